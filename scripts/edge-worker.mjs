import app from '../.open-next/worker.js';

/** OpenNext's worker answers requests only; this one also lets the clock ask for a round of mail. */
// biome-ignore lint/style/noDefaultExport: workerd takes its handlers from the default export.
export default {
  fetch: app.fetch,

  async scheduled(_event, env, context) {
    const url = new URL('/api/cron', env.APP_URL);
    const headers = { authorization: `Bearer ${env.CRON_SECRET}` };
    const response = await app.fetch(new Request(url, { method: 'POST', headers }), env, context);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  },
};

import { checkCallbacks } from '#server/payments/check-callbacks';

type Asked = Readonly<{ entries: readonly unknown[]; gateway: string; nowMs: number }>;

/** The adapters alone, for comparing what they say on workerd with what they say on Node. */
// biome-ignore lint/style/noDefaultExport: workerd takes its handlers from the default export.
export default {
  async fetch(request: Request): Promise<Response> {
    const { entries, gateway, nowMs }: Asked = await request.json();
    return Response.json(await checkCallbacks(entries, gateway, nowMs));
  },
};

/**
 * Run once when a server process starts. On workerd nothing runs beside the requests: there a
 * clock calls /api/cron instead.
 */
export async function register(): Promise<void> {
  const isBuild = process.env.NEXT_PHASE === 'phase-production-build';
  const isWorkerd = globalThis.navigator?.userAgent === 'Cloudflare-Workers';
  if (process.env.NEXT_RUNTIME !== 'nodejs' || isBuild || isWorkerd) return;
  const { refuseBrokenAddresses } = await import('#server/api/rest/refuse-broken-addresses');
  refuseBrokenAddresses();
  const { keepLengths } = await import('#server/downloads/keep-lengths');
  keepLengths();
  const { processContext } = await import('#server/context');
  const ctx = await processContext();
  if (!ctx.env.worker) return;
  const { startWorker } = await import('#server/worker');
  startWorker(ctx);
}

/**
 * Anybody can send messages that name one certificate after another. What was refused is not
 * fetched again for a minute, and each account has so many fetches in a minute. Kept by the process,
 * or by the isolate of a worker; time is that of the messages.
 */
const fetchesMax = 30;
const minuteMs = 60_000;

type Window = { startMs: number; count: number };
const windows = new Map<string, Window>();
const accountsMax = 100;

/** Whether an account, by its address, may have another certificate fetched; counts it. */
export function mayFetch(account: string, atMs: number): boolean {
  const window = windows.get(account);
  // An older message, verified again, counts in the minute that is running.
  if (window && atMs < window.startMs + minuteMs) {
    window.count += 1;
    return window.count <= fetchesMax;
  }
  if (windows.size >= accountsMax) windows.clear();
  windows.set(account, { startMs: atMs, count: 1 });
  return true;
}

type Refusal = Readonly<{ reason: string; foundMs: number }>;
const refusals = new Map<string, Refusal>();
const refusalsMax = 64;

/** A message that is verified again, after whatever was wrong is mended, finds none of its own. */
export function findRefusal(url: string, atMs: number): string | null {
  const refusal = refusals.get(url);
  const isFresh = refusal && refusal.foundMs < atMs && atMs < refusal.foundMs + minuteMs;
  return isFresh ? refusal.reason : null;
}

export function keepRefusal(url: string, reason: string, atMs: number): void {
  if (refusals.size >= refusalsMax) refusals.clear();
  refusals.set(url, { reason, foundMs: atMs });
}

const pauseMs = 20_000;
const pauseMaxMs = 5 * 60_000;
const patienceMs = 10_000;
/** A page that nobody has come back to for so long asks no more. */
const watchForMs = 4 * 60 * 60_000;

/**
 * Asks an address for the state of a page while the page is seen, and tells when it is another one
 * than `known`. Asks less and less where nothing answers or nothing comes of telling, and at once
 * when the page is seen again. Gives what ends it.
 */
export function watchState(url: string, known: string, onChange: () => void): () => void {
  const ended = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let endsAt = Date.now() + watchForMs;
  let inVain = 0;
  let isAsking = false;

  async function ask(): Promise<void> {
    clearTimeout(timer);
    if (isAsking || document.hidden || Date.now() > endsAt) return;
    isAsking = true;
    const state = await readState(url);
    isAsking = false;
    if (ended.signal.aborted) return;
    inVain = state === known ? 0 : inVain + 1;
    if (state !== known && state !== 'unreachable') onChange();
    timer = setTimeout(ask, Math.min(pauseMs * 2 ** inVain, pauseMaxMs));
  }

  function wake(): void {
    if (document.hidden) return;
    endsAt = Date.now() + watchForMs;
    void ask();
  }

  document.addEventListener('visibilitychange', wake, { signal: ended.signal });
  window.addEventListener('online', wake, { signal: ended.signal });
  timer = setTimeout(ask, pauseMs);
  return () => {
    ended.abort();
    clearTimeout(timer);
  };
}

/** 404 is an answer: the page is gone. Anything else that is no success tells nothing. */
async function readState(url: string): Promise<string> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const answer = await fetch(url, { cache: 'no-store', credentials: 'same-origin', signal });
    if (answer.status === 404) return 'gone';
    return answer.ok ? await answer.text() : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

const toleranceSeconds = 300;

/**
 * Why a signature's time (Unix seconds) is too far from when the message came in (ms), or null.
 * Both sides count: a time ahead of ours would keep a stolen message fresh for long.
 */
export function timestampFault(seconds: number, atMs: number): string | null {
  const age = Math.floor(atMs / 1000) - seconds;
  if (age > toleranceSeconds) return `The signature is ${age} seconds old; 300 are allowed.`;
  if (age < -toleranceSeconds) return `The signature is ${-age} seconds ahead of our clock.`;
  return null;
}

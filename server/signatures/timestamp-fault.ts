const usualToleranceSeconds = 300;

/**
 * Why a signature's time (Unix seconds) is too far from when the message came in (ms), or null.
 * Both sides count: a time ahead of ours would keep a stolen message fresh for long.
 */
export function timestampFault(
  seconds: number,
  atMs: number,
  toleranceSeconds = usualToleranceSeconds,
): string | null {
  const age = Math.floor(atMs / 1000) - seconds;
  if (age > toleranceSeconds) {
    return `The signature is ${age} seconds old; ${toleranceSeconds} are allowed.`;
  }
  if (age < -toleranceSeconds) return `The signature is ${-age} seconds ahead of our clock.`;
  return null;
}

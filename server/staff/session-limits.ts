const hourMs = 60 * 60 * 1000;

/** A session nobody used for this long has ended. */
export const sessionIdleMs = 12 * hourMs;

/** However busy it is, a session ends this long after the sign-in. */
export const sessionLifeMs = 30 * 24 * hourMs;

/** `last_seen_at` moves in steps of this, so that reading pages hardly ever writes. */
export const sessionTouchMs = 60 * 1000;

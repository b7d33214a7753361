const dayMs = 24 * 60 * 60 * 1000;

/** A session nobody used for this long has ended. */
export const sessionIdleMs = 30 * dayMs;

/** However much it is used, a session ends this long after the link was opened. */
export const sessionLifeMs = 180 * dayMs;

/** `last_seen_at` moves in steps of this, so that reading pages hardly ever writes. */
export const sessionTouchMs = 60 * 60 * 1000;

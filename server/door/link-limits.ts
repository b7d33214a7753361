/** From when it was asked for, whether or not it has arrived. */
export const linkLifeMs = 30 * 60 * 1000;

/** So that nobody's mailbox is flooded by somebody who knows their address. */
export const linkPauseMs = 2 * 60 * 1000;

/** For so long after its end a link is kept, and whoever opens it is told what became of it. */
export const linkKeptMs = 7 * 24 * 60 * 60 * 1000;

/** For so long it can be seen that a link was sent. */
export const linkMailKeptMs = 30 * 24 * 60 * 60 * 1000;

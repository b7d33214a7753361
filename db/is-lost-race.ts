/**
 * Whether a batch failed because somebody else's came first: the event's key, a unique key of the
 * inbox or the ledger, or an expectation no longer held. The caller reads and decides again.
 */
export function isLostRace(error: unknown): boolean {
  return isConstraint(error) && /UNIQUE|expectation failed/.test(messageOf(error));
}

/** Whether a batch failed on the unique key of exactly these columns, as in `orders.number`. */
export function isTaken(error: unknown, columns: string): boolean {
  return isConstraint(error) && messageOf(error).includes(`UNIQUE constraint failed: ${columns}`);
}

/** Whether the database had no turn for us within the busy time: nothing was written. */
export function isBusy(error: unknown): boolean {
  return /SQLITE_BUSY|database is locked/.test(messageOf(error));
}

/** Whether the disk has no room left: nothing was written. */
export function isFull(error: unknown): boolean {
  return /SQLITE_FULL|disk is full/.test(messageOf(error));
}

/** Whether the file of the database could not be reached or written. */
export function isUnreachable(error: unknown): boolean {
  return /SQLITE_(IOERR|READONLY|CANTOPEN)/.test(messageOf(error));
}

function isConstraint(error: unknown): boolean {
  return messageOf(error).includes('SQLITE_CONSTRAINT');
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return `${code} ${error.message} ${error.cause ? messageOf(error.cause) : ''}`;
}

import { isBusy, isFull, isUnreachable } from '#db/is-lost-race';
import { AppError } from './errors';

/**
 * What to tell when the database could not take a change, as `unavailable`; null where the error is
 * another one. What only the operator can mend goes to the log as one line.
 */
export function databaseFault(error: unknown): AppError | null {
  if (isBusy(error)) return unavailable('The database is busy.', 'try again.', error);
  if (isFull(error)) {
    console.error('The disk of the database is full: make room, then all goes on by itself.');
    return unavailable('The disk of the server is full.', 'try again when there is room.', error);
  }
  if (isUnreachable(error)) {
    console.error('The file of the database cannot be written: look at its disk and its rights.');
    return unavailable('The database cannot be written.', 'try again later.', error);
  }
  return null;
}

function unavailable(what: string, remedy: string, cause: unknown): AppError {
  return new AppError('unavailable', `${what} Nothing was changed: ${remedy}`, { cause });
}

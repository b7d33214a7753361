import type { BatchItem } from 'drizzle-orm/batch';
import type { Db } from '#db/client';
import { isLostRace, isTaken } from '#db/is-lost-race';
import { databaseFault } from './database-fault';
import { AppError } from './errors';
import { wakeWorker } from './wake-worker';

/** One statement of a batch. */
export type Statement = BatchItem<'sqlite'>;

/** Attempts of one change before the caller is told to try again. */
export const attemptsMax = 5;

/**
 * Writes everything in one atomic batch and gives the results, statement by statement; null where
 * somebody else's change came first. A taken order number is thrown on, for its caller to explain.
 */
export async function commit(
  db: Db,
  [first, ...rest]: readonly Statement[],
): Promise<readonly unknown[] | null> {
  if (!first) return [];
  try {
    const results = await db.batch([first, ...rest]);
    wakeWorker();
    return results;
  } catch (error) {
    if (isTaken(error, 'orders.number')) throw error;
    if (isLostRace(error)) return null;
    throw databaseFault(error) ?? error;
  }
}

export function conflict(): AppError {
  return new AppError(
    'conflict',
    'Somebody else was changing the same thing at the same time. Nothing was changed: try again.',
  );
}

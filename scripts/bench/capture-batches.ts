import type { Client, InStatement, ResultSet } from '@libsql/client';

/** The statements of one batch as they went to the database. */
export type Batch = InStatement[];

/**
 * Does `work` while batches that write are kept and not carried out; reading goes on as ever. Gives
 * what would have been written, to be replayed as it is.
 */
export async function captureBatches(
  client: Client,
  work: () => Promise<void>,
): Promise<readonly Batch[]> {
  const captured: Batch[] = [];
  const { batch } = client;
  client.batch = async (statements, mode) => {
    if (statements.every(isReading)) return batch(statements, mode);
    captured.push(statements.map(asStatement));
    return statements.map(() => nothing);
  };
  try {
    await work();
    return captured;
  } finally {
    client.batch = batch;
  }
}

type Given = Parameters<Client['batch']>[0][number];

function isReading(statement: Given): boolean {
  const given = asStatement(statement);
  return /^\s*select\b/i.test(typeof given === 'string' ? given : given.sql);
}

function asStatement(statement: Given): InStatement {
  if (!Array.isArray(statement)) return statement;
  const [sql, args = []] = statement;
  return { sql, args };
}

const nothing: ResultSet = {
  columns: [],
  columnTypes: [],
  rows: [],
  rowsAffected: 0,
  lastInsertRowid: undefined,
  toJSON: () => ({}),
};

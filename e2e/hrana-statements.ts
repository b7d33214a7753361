import Database from 'libsql';
import type {
  HranaBatch,
  HranaBatchResult,
  HranaCondition,
  HranaError,
  HranaRequest,
  HranaStatement,
  HranaStatementResult,
  HranaValue,
} from './hrana-protocol';

type Connection = InstanceType<typeof Database>;
type SqlReference = Readonly<{ sql?: string | undefined; sql_id?: number | undefined }>;

/** One Hrana stream: a connection and the SQL texts the client has stored with it. */
export type HranaStream = Readonly<{
  connection: Connection;
  storedSql: Map<number, string>;
  onStatement: (sql: string) => void;
}>;

/** A refusal of the server, as against a defect of it: the client gets its code and message. */
export class HranaFault extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

/**
 * Answers one request of a pipeline. It is synchronous from end to end, which is what makes a batch
 * atomic here: nothing else of this process can run between two of its statements.
 */
export function answerRequest(stream: HranaStream, request: HranaRequest) {
  try {
    return { type: 'ok', response: { type: request.type, ...respond(stream, request) } } as const;
  } catch (fault) {
    return { type: 'error', error: errorOf(fault) } as const;
  }
}

function respond(stream: HranaStream, request: HranaRequest) {
  switch (request.type) {
    case 'execute':
      return { result: executeStatement(stream, request.stmt) };
    case 'batch':
      return { result: executeBatch(stream, request.batch) };
    case 'sequence':
      stream.connection.exec(sqlOf(stream, request));
      return {};
    case 'store_sql':
      stream.storedSql.set(request.sql_id, request.sql);
      return {};
    case 'close_sql':
      stream.storedSql.delete(request.sql_id);
      return {};
    case 'get_autocommit':
      return { is_autocommit: !stream.connection.inTransaction };
    case 'close':
      return {};
    default:
      return request satisfies never;
  }
}

function executeBatch(stream: HranaStream, batch: HranaBatch): HranaBatchResult {
  const results: (HranaStatementResult | null)[] = [];
  const errors: (HranaError | null)[] = [];
  for (const step of batch.steps) {
    let result: HranaStatementResult | null = null;
    let error: HranaError | null = null;
    if (!step.condition || isMet(step.condition)) {
      try {
        result = executeStatement(stream, step.stmt);
      } catch (fault) {
        error = errorOf(fault);
      }
    }
    results.push(result);
    errors.push(error);
  }
  return { step_results: results, step_errors: errors };

  function isMet(condition: HranaCondition): boolean {
    switch (condition.type) {
      case 'ok':
        return Boolean(results[condition.step]);
      case 'error':
        return Boolean(errors[condition.step]);
      case 'not':
        return !isMet(condition.cond);
      case 'and':
        return condition.conds.every(isMet);
      case 'or':
        return condition.conds.some(isMet);
      case 'is_autocommit':
        return !stream.connection.inTransaction;
      default:
        return condition satisfies never;
    }
  }
}

function executeStatement(stream: HranaStream, statement: HranaStatement): HranaStatementResult {
  const sql = sqlOf(stream, statement);
  const prepared = stream.connection.prepare<unknown[]>(sql).safeIntegers(true);
  const args = statement.named_args.length > 0 ? namedArgs(statement) : statement.args.map(toSql);
  if (!prepared.reader) {
    const { changes, lastInsertRowid } = prepared.run(args);
    return {
      cols: [],
      rows: [],
      affected_row_count: changes,
      last_insert_rowid: `${lastInsertRowid}`,
    };
  }
  const cols = prepared.columns().map(({ name, type }) => ({ name, decltype: type }));
  const rows = prepared.raw(true).all(args).map(rowOf);
  return {
    cols,
    rows: statement.want_rows ? rows : [],
    affected_row_count: changesOf(stream.connection, sql),
    last_insert_rowid: null,
  };
}

function sqlOf(stream: HranaStream, { sql, sql_id }: SqlReference): string {
  const text = sql ?? (sql_id === undefined ? undefined : stream.storedSql.get(sql_id));
  if (text === undefined) {
    throw new HranaFault(`No SQL text is stored as ${sql_id}`, 'SQL_NOT_FOUND');
  }
  stream.onStatement(text);
  refuseWhatAServerRefuses(text);
  return text;
}

/**
 * A libSQL server shares its connections between clients and takes no statement that would change
 * one for good; the embedded engine takes them all. Without this a migration could pass here and
 * fail on a real server. libsql-server/src/query_analysis.rs lists them.
 */
function refuseWhatAServerRefuses(sql: string): void {
  if (unsupportedStatement.test(sql)) {
    throw new HranaFault(
      `SQL string could not be parsed: unsupported statement: ${sql}`,
      'SQL_PARSE_ERROR',
    );
  }
}

const unsupportedStatement =
  /^\s*(vacuum|attach|detach|analyze|reindex|create\s+temp|pragma\s+(optimize|wal_checkpoint|shrink_memory|incremental_vacuum|case_sensitive_like|(journal_mode|synchronous|busy_timeout|cache_size|mmap_size|temp_store|locking_mode|page_size|auto_vacuum|query_only|recursive_triggers|trusted_schema|wal_autocheckpoint|application_id)\s*[=(]))/i;

function namedArgs(statement: HranaStatement): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    statement.named_args.map(({ name, value }) => [name.replace(/^[:@$]/, ''), toSql(value)]),
  );
}

function toSql(value: HranaValue): null | bigint | number | string | Buffer {
  switch (value.type) {
    case 'null':
      return null;
    case 'integer':
      return BigInt(value.value);
    case 'blob':
      return Buffer.from(value.base64, 'base64');
    default:
      return value.value;
  }
}

function rowOf(row: unknown): readonly HranaValue[] {
  if (!Array.isArray(row)) {
    throw new TypeError('The driver returned a row that is not an array');
  }
  return row.map(fromSql);
}

function fromSql(value: unknown): HranaValue {
  if (value === null) {
    return { type: 'null' };
  }
  if (Buffer.isBuffer(value)) {
    return { type: 'blob', base64: value.toString('base64') };
  }
  switch (typeof value) {
    case 'bigint':
      return { type: 'integer', value: value.toString() };
    case 'number':
      return { type: 'float', value };
    case 'string':
      return { type: 'text', value };
    default:
      throw new TypeError(`The driver returned a ${typeof value}`);
  }
}

/** The driver counts no changes for statements with RETURNING; a server does. */
function changesOf(connection: Connection, sql: string): number {
  return /\breturning\b/i.test(sql)
    ? Number(connection.prepare<unknown[]>('SELECT changes()').pluck().all([])[0])
    : 0;
}

/** Like a libSQL server: the base code without its extension, the message behind a prefix. */
function errorOf(fault: unknown): HranaError {
  if (fault instanceof HranaFault) {
    return { message: fault.message, code: fault.code };
  }
  if (fault instanceof Database.SqliteError) {
    const code = /^SQLITE_[A-Z]+/.exec(fault.code)?.[0] ?? 'SQLITE_UNKNOWN';
    return { message: `SQLite error: ${fault.message}`, code };
  }
  throw fault;
}

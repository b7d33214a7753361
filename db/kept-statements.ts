import type { Client, InArgs, InStatement, ResultSet, Row, Value } from '@libsql/client';
import type Database from 'libsql';

type Connection = InstanceType<typeof Database>;
type Statement = ReturnType<Connection['prepare']>;
type Given = Parameters<Client['batch']>[0][number];
/** What the engine takes: it checks each value itself. */
type Bound = object;

/** A statement as the engine holds it; `columns` is null where it gives no rows. */
type Kept = Readonly<{ statement: Statement; columns: string[] | null }>;

const keptMax = 1_000;

/**
 * `execute` and `batch` of a client, over one connection of the embedded engine that keeps its
 * statements: libSQL's own client prepares each one anew every time, which costs more than running
 * it. All of it is synchronous underneath, so one connection serves the whole process and nothing
 * comes between two statements of a batch.
 */
export function keptStatements(connection: Connection): Pick<Client, 'execute' | 'batch'> {
  const kept = new Map<string, Kept>();
  const run = (given: Given) => runKept(keptFor(connection, kept, textOf(given)), argsOf(given));
  return {
    execute: async (given: InStatement | string, args?: InArgs) =>
      run(typeof given === 'string' ? { sql: given, args: args ?? [] } : given),
    batch: async (statements, mode) => {
      run(mode === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN');
      try {
        const results = statements.map(run);
        run('COMMIT');
        return results;
      } finally {
        if (connection.inTransaction) run('ROLLBACK');
      }
    },
  };
}

/** The SQL of a statement in any of the forms that a client takes. */
export function textOf(given: Given): string {
  if (typeof given === 'string') return given;
  return Array.isArray(given) ? given[0] : given.sql;
}

/** Where there are too many statements, the one that was made first goes. */
function keptFor(connection: Connection, kept: Map<string, Kept>, text: string): Kept {
  const known = kept.get(text);
  if (known) return known;
  const statement = connection.prepare(text);
  const made = { statement, columns: columnsOf(statement) };
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= keptMax) kept.delete(oldest);
  kept.set(text, made);
  return made;
}

/** `raw` throws for a statement that gives no rows. */
function columnsOf(statement: Statement): string[] | null {
  try {
    statement.raw(true);
  } catch {
    return null;
  }
  return statement.columns().map(({ name }: Readonly<{ name: string }>) => name);
}

/** The engine binds neither booleans nor dates, and of `undefined` nobody knows what is meant. */
function argsOf(given: Given): Bound {
  if (typeof given === 'string') return [];
  const args = (Array.isArray(given) ? given[1] : given.args) ?? [];
  if (Array.isArray(args)) return args.map(bound);
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, bound(value)]));
}

function bound(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.valueOf();
  if (value === undefined) throw new TypeError('undefined cannot be bound to a statement.');
  return value;
}

function runKept({ statement, columns }: Kept, args: Bound): ResultSet {
  if (columns === null) {
    const { changes, lastInsertRowid } = statement.run(args);
    return { ...noRows, rowsAffected: changes, lastInsertRowid: BigInt(lastInsertRowid) };
  }
  const rows = statement.all(args).map((values) => asRow(new KeptRow(columns, valuesOf(values))));
  return { ...noRows, columns, rows };
}

// In raw mode, which `columnsOf` has set, the engine gives each row as an array of its values.
function valuesOf(row: unknown): readonly Value[] {
  return row as readonly Value[];
}

const noRows: ResultSet = {
  columns: [],
  columnTypes: [],
  rows: [],
  rowsAffected: 0,
  lastInsertRowid: undefined,
  toJSON() {
    const { columns, rows, rowsAffected } = this;
    return { columns, rows, rowsAffected };
  },
};

const columnsMax = 2_000;

/** Its values by name, as its own properties, and by position through its prototype. */
class KeptRow {
  readonly #values: readonly Value[];

  constructor(columns: readonly string[], values: readonly Value[]) {
    this.#values = values;
    // From the last to the first: of two columns of one name the first is meant.
    for (let index = columns.length - 1; index >= 0; index -= 1) {
      Reflect.set(this, columns[index] ?? '', exact(values[index] ?? null));
    }
  }

  get length(): number {
    return this.#values.length;
  }

  static {
    for (let index = 0; index < columnsMax; index += 1) {
      Object.defineProperty(KeptRow.prototype, index, {
        get(this: KeptRow) {
          return this.#values[index];
        },
      });
    }
  }
}

// A `KeptRow` has a length and its values by position and by name: all that a row of a client has.
function asRow(row: KeptRow): Row {
  return row as unknown as Row;
}

function exact(value: Value): Value {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new RangeError('The database gave a whole number that cannot be held exactly.');
  }
  return value;
}

import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from './client';
import { type Buildable, type Prebuilt, prebuilt } from './prebuilt';

type Row<Table extends SQLiteTable> = Table['$inferInsert'];
type Key<Table extends SQLiteTable> = keyof Row<Table> & string;

/** A statement about one row for a batch, its SQL built once for each set of columns given. */
type RowStatement<Given> = (db: Db, given: Given) => ReturnType<Prebuilt<unknown>>;

/** Inserts a row; what is left out takes the default of its column. */
export function insertInto<Table extends SQLiteTable>(table: Table): RowStatement<Row<Table>> {
  return byColumns((db, names) => db.insert(table).values(placeholders<Table>(names)));
}

/** Inserts a row; one that has this `key` already takes what is given. */
export function upsertInto<Table extends SQLiteTable>(
  table: Table,
  key: Key<Table>,
): RowStatement<Row<Table>> {
  const columns = getTableColumns(table);
  const offered = (name: string) => sql`excluded.${sql.identifier(columns[name]?.name ?? name)}`;
  return byColumns((db, names) => {
    const changed = names.filter((name) => name !== key);
    return db
      .insert(table)
      .values(placeholders<Table>(names))
      .onConflictDoUpdate({
        target: columnOf(table, key),
        set: valuesFor<Table>(changed, offered),
      });
  });
}

/** Changes what is given of the row that has this `key`. */
export function updateIn<Table extends SQLiteTable>(
  table: Table,
  key: Key<Table>,
): RowStatement<Partial<Row<Table>>> {
  return byColumns((db, names) =>
    db
      .update(table)
      .set(placeholders<Table>(names.filter((name) => name !== key)))
      .where(eq(columnOf(table, key), sql.placeholder(key))),
  );
}

function columnOf(table: SQLiteTable, field: string) {
  const column = getTableColumns(table)[field];
  if (column === undefined) throw new TypeError(`There is no column ${field}.`);
  return column;
}

function byColumns<Given extends object>(
  build: (db: Db, names: readonly string[]) => Buildable<unknown>,
): RowStatement<Given> {
  const built = new Map<string, Prebuilt<unknown>>();
  return (db, given) => {
    const values = Object.entries(given).filter(([, value]) => value !== undefined);
    const names = values.map(([name]) => name);
    const shape = names.join();
    const known = built.get(shape) ?? prebuilt((on) => build(on, names));
    built.set(shape, known);
    return known(db, Object.fromEntries(values));
  };
}

function placeholders<Table extends SQLiteTable>(names: readonly string[]): Row<Table> {
  return valuesFor<Table>(names, (name) => sql.placeholder(name));
}

// Each name is a field of the table, since it comes from a row of it, and drizzle takes SQL or a
// placeholder for the value of any column.
function valuesFor<Table extends SQLiteTable>(
  names: readonly string[],
  meaning: (name: string) => unknown,
): Row<Table> {
  return Object.fromEntries(names.map((name) => [name, meaning(name)])) as Row<Table>;
}

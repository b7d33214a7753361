import type { InStatement } from '@libsql/client';
import { vi } from 'vitest';
import type { Context } from '#server/context';

/** For tests: what the database was asked during some work, and in how many round trips. */
export async function askedDuring(ctx: Context, work: () => Promise<unknown>) {
  const { $client: client } = ctx.db;
  const [executed, batched] = [vi.spyOn(client, 'execute'), vi.spyOn(client, 'batch')];
  await work();
  const statements: readonly unknown[] = [
    ...executed.mock.calls.map(([given]) => given),
    ...batched.mock.calls.flatMap(([given]) => given),
  ];
  const roundTrips = executed.mock.calls.length + batched.mock.calls.length;
  vi.restoreAllMocks();
  return { roundTrips, statements: statements.filter(hasSql) };
}

type WithSql = Exclude<InStatement, string>;

function hasSql(statement: unknown): statement is WithSql {
  return typeof statement === 'object' && statement !== null && 'sql' in statement;
}

/** The steps of their plans that read a whole table; that of the shop has one row. */
export async function wholeTablesOf(ctx: Context, statements: readonly WithSql[]) {
  const whole: string[] = [];
  for (const given of statements) {
    const { rows } = await ctx.db.$client.execute({
      ...given,
      sql: `EXPLAIN QUERY PLAN ${given.sql}`,
    });
    whole.push(...rows.map(({ detail }) => String(detail)).filter(isOfWholeTable));
  }
  return whole;
}

function isOfWholeTable(detail: string): boolean {
  return /^SCAN (?!shop$|CONSTANT ROW|\(?subquery)/i.test(detail);
}

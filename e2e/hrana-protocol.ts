import * as z from 'zod';

/*
 * The requests of Hrana 2 and 3 over HTTP in JSON, as far as @libsql/client sends them.
 * https://github.com/tursodatabase/libsql/blob/main/docs/HRANA_3_SPEC.md
 */

export const HranaValue = z.discriminatedUnion('type', [
  z.object({ type: z.literal('null') }),
  z.object({ type: z.literal('integer'), value: z.string().regex(/^-?\d+$/) }),
  z.object({ type: z.literal('float'), value: z.number() }),
  z.object({ type: z.literal('text'), value: z.string() }),
  z.object({ type: z.literal('blob'), base64: z.string() }),
]);
export type HranaValue = z.infer<typeof HranaValue>;

const sqlText = { sql: z.string().optional(), sql_id: z.int().optional() };

export const HranaStatement = z.object({
  ...sqlText,
  args: z.array(HranaValue).default([]),
  named_args: z.array(z.object({ name: z.string(), value: HranaValue })).default([]),
  want_rows: z.boolean().default(true),
});
export type HranaStatement = z.infer<typeof HranaStatement>;

export type HranaCondition =
  | Readonly<{ type: 'ok' | 'error'; step: number }>
  | Readonly<{ type: 'not'; cond: HranaCondition }>
  | Readonly<{ type: 'and' | 'or'; conds: readonly HranaCondition[] }>
  | Readonly<{ type: 'is_autocommit' }>;

export const HranaCondition: z.ZodType<HranaCondition> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.enum(['ok', 'error']), step: z.int() }),
    z.object({ type: z.literal('not'), cond: HranaCondition }),
    z.object({ type: z.enum(['and', 'or']), conds: z.array(HranaCondition) }),
    z.object({ type: z.literal('is_autocommit') }),
  ]),
);

export const HranaBatch = z.object({
  steps: z.array(
    z.object({ stmt: HranaStatement, condition: HranaCondition.nullable().optional() }),
  ),
});
export type HranaBatch = z.infer<typeof HranaBatch>;

export const HranaRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('execute'), stmt: HranaStatement }),
  z.object({ type: z.literal('batch'), batch: HranaBatch }),
  z.object({ type: z.literal('sequence'), ...sqlText }),
  z.object({ type: z.literal('store_sql'), sql_id: z.int(), sql: z.string() }),
  z.object({ type: z.literal('close_sql'), sql_id: z.int() }),
  z.object({ type: z.literal('get_autocommit') }),
  z.object({ type: z.literal('close') }),
]);
export type HranaRequest = z.infer<typeof HranaRequest>;

export const HranaPipeline = z.object({
  baton: z.string().nullable().optional(),
  requests: z.array(HranaRequest),
});
export type HranaPipeline = z.infer<typeof HranaPipeline>;

export type HranaError = Readonly<{ message: string; code: string }>;

export type HranaStatementResult = Readonly<{
  cols: readonly Readonly<{ name: string; decltype: string | null }>[];
  rows: readonly (readonly HranaValue[])[];
  affected_row_count: number;
  last_insert_rowid: string | null;
}>;

export type HranaBatchResult = Readonly<{
  step_results: readonly (HranaStatementResult | null)[];
  step_errors: readonly (HranaError | null)[];
}>;

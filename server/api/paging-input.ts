import * as z from 'zod';

const limitDefault = 25;
const limitMax = 100;

/** `?limit=` and `?cursor=` of every list; a limit may come as text from an address. */
export const Paging = z.strictObject({
  limit: z
    .union(
      [
        z.int(),
        z
          .string()
          .regex(/^\d{1,4}$/)
          .transform(Number),
      ],
      { error: `Enter a limit from 1 to ${limitMax}.` },
    )
    .pipe(
      z
        .int()
        .min(1, `Enter a limit from 1 to ${limitMax}.`)
        .max(limitMax, `Enter a limit from 1 to ${limitMax}.`),
    )
    .default(limitDefault),
  cursor: z.string().max(1_000).optional(),
});

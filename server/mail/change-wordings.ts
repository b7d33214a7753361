import { and, inArray, sql } from 'drizzle-orm';
import * as z from 'zod';
import { wordings } from '#db/schema/messages';
import type { Actor } from '#domain/vocabulary';
import { wordingsOf } from '#emails/_parts/wordings';
import type { Context } from '#server/context';
import { invalid } from '#server/errors';
import { isOf, WordingsAsked } from './count-wordings';
import { wordingFault } from './wording-fault';

export const ChangeWordings = WordingsAsked.extend({
  /** By key; what is left out stays, what is empty or as we write it goes back to the original. */
  texts: z.record(z.string().max(40), z.string().max(5000)),
});
type ChangeWordings = z.infer<typeof ChangeWordings>;

export const ResetWordings = WordingsAsked.extend({
  /** One text, or all of the message where it is left out. */
  key: z.string().max(40).optional(),
});
type ResetWordings = z.infer<typeof ResetWordings>;

/**
 * Keeps the texts of a message in one language, all at once or not at all. They hold for messages
 * that are made or sent from now on; a subject in the outbox stays as it is. Throws `invalid` with
 * the faults by key. One round trip.
 */
export async function changeWordings(
  ctx: Context,
  { texts, ...of }: ChangeWordings,
  actor: Actor,
): Promise<void> {
  const given = wordingsOf[of.template]
    .filter(({ key }) => texts[key] !== undefined)
    .map((wording) => ({ wording, text: cleaned(texts[wording.key] ?? '') }));
  const faults = given.flatMap(({ wording, text }) => {
    const fault = wordingFault(text, wording);
    return fault === null ? [] : [[wording.key, fault] as const];
  });
  if (faults.length > 0) throw invalid(Object.fromEntries(faults));
  const isOwn = ({ wording, text }: (typeof given)[number]) =>
    text !== '' && text !== wording.original(of.language);
  const rows = given.filter(isOwn).map(({ wording: { key }, text }) => ({
    ...{ template: of.template, locale: of.language, key, text },
    ...{ updatedAt: ctx.now(), updatedBy: actor.name },
  }));
  const gone = given.filter((one) => !isOwn(one)).map(({ wording }) => wording.key);
  const removal = ctx.db.delete(wordings).where(and(isOf(of), inArray(wordings.key, gone)));
  await ctx.db.batch(rows.length === 0 ? [removal] : [removal, upsert(ctx, rows)]);
}

/** Back to the original: one text, or all of the message in this language. One round trip. */
export async function resetWordings({ db }: Context, { key, ...of }: ResetWordings) {
  const isMeant = key === undefined ? isOf(of) : and(isOf(of), sql`${wordings.key} = ${key}`);
  await db.delete(wordings).where(isMeant);
}

function upsert({ db }: Context, rows: readonly (typeof wordings.$inferInsert)[]) {
  return db
    .insert(wordings)
    .values([...rows])
    .onConflictDoUpdate({
      target: [wordings.template, wordings.locale, wordings.key],
      set: {
        text: sql`excluded.text`,
        updatedAt: sql`excluded.updated_at`,
        updatedBy: sql`excluded.updated_by`,
      },
      setWhere: sql`${wordings.text} <> excluded.text`,
    });
}

function cleaned(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').trim();
}

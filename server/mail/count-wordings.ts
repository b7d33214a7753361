import { and, eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { wordings } from '#db/schema/messages';
import { languages } from '#domain/language';
import { messageTemplates } from '#domain/vocabulary';
import type { Context } from '#server/context';

export const WordingsAsked = z.strictObject({
  template: z.enum(messageTemplates),
  language: z.enum(languages),
});
export type WordingsAsked = z.infer<typeof WordingsAsked>;

/** How many texts were written anew, by message. One round trip. */
export async function countWordings({ db }: Context) {
  const { template } = wordings;
  return db.select({ template, count: sql<number>`count(*)` }).from(wordings).groupBy(template);
}

export function isOf({ template, language }: WordingsAsked) {
  return and(eq(wordings.template, template), eq(wordings.locale, language));
}

import { eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { customers, signInLinks } from '#db/schema/customers';
import { messages } from '#db/schema/messages';

/** Of a message about a customer: who that is, and the link that it brings. */
export type LinkFacts = Readonly<{
  name: string;
  locale: string | null;
  /** Null once the link was swept away. */
  linkId: string | null;
  expiresAt: number | null;
  usedAt: number | null;
}>;

/** For a batch; no row where the message is about an order. */
export function linkFactsQuery(db: Db, messageId: string | SQL<string>) {
  const { name, locale } = customers;
  const { id: linkId, expiresAt, usedAt } = signInLinks;
  return db
    .select({ name, locale, linkId, expiresAt, usedAt })
    .from(messages)
    .innerJoin(customers, eq(customers.id, messages.customerId))
    .leftJoin(signInLinks, sql`${signInLinks.id} = json_extract(${messages.data}, '$.linkId')`)
    .where(sql`${messages.id} = ${messageId}`);
}

/** Why a link must not leave any more, in words for staff; null while it lets its customer in. */
export function whyNoLink(
  { expiresAt, usedAt }: Pick<LinkFacts, 'expiresAt' | 'usedAt'>,
  nowMs: number,
): string | null {
  if (usedAt !== null) return 'The link has been used.';
  return expiresAt === null || expiresAt <= nowMs ? 'The link has expired.' : null;
}

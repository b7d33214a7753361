import { and, eq, isNull } from 'drizzle-orm';
import { customers } from '#db/schema/customers';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';

type Noting = Readonly<{ id: string; note: string | null }>;

/** Keeps what staff should know about a customer. Throws `not_found`, also for an erased one. */
export async function noteCustomer({ db }: Context, { id, note }: Noting): Promise<void> {
  const noted = await db
    .update(customers)
    .set({ note })
    .where(and(eq(customers.id, id), isNull(customers.mergedInto), isNull(customers.erasedAt)))
    .returning({ id: customers.id });
  if (noted.length === 0) throw notFound('The customer');
}

import { customerSessions } from '#db/schema/customers';
import type { Order } from '#domain/order';
import type { TestContext } from '#server/staff/fresh-context';
import { sessionIdOf } from './session-cookie';
import { sessionLifeMs } from './session-limits';

/** For tests: signs the customer of an order in, without a link, and gives the session's id. */
export async function signedIn(ctx: TestContext, { customerId, customer }: Order): Promise<string> {
  const id = sessionIdOf(ctx.newToken());
  if (id === null) throw new Error('A new token is no secret of a session.');
  const at = ctx.now();
  await ctx.db.insert(customerSessions).values({
    ...{ id, customerId, email: customer.email, userAgent: 'Firefox' },
    ...{ createdAt: at, lastSeenAt: at, expiresAt: at + sessionLifeMs },
  });
  return id;
}

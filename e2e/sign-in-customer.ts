import { randomBytes } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import { customerSessions } from '#db/schema/customers';
import { sessionIdOf } from '#server/door/session-cookie';
import { sessionLifeMs } from '#server/door/session-limits';
import { readOrder } from '#server/orders/read-order';
import type { Shop } from './open-shop';

/** Signs the customer of an order in; the way there by a link is a journey of its own. */
export async function signInCustomer(
  context: BrowserContext,
  { db, url }: Shop,
  number: string,
): Promise<void> {
  const value = randomBytes(16).toString('base64url');
  const order = await readOrder(db, { number });
  const id = sessionIdOf(value);
  if (!order || id === null) throw new Error(`There is no order ${number}.`);
  const at = Date.now();
  await db.insert(customerSessions).values({
    ...{ id, customerId: order.customerId, email: order.customer.email, userAgent: 'Firefox' },
    ...{ createdAt: at, lastSeenAt: at, expiresAt: at + sessionLifeMs },
  });
  await context.addCookies([{ name: 'counterfoil-customer', value, url }]);
}

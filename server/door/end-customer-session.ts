import { eq } from 'drizzle-orm';
import { customerSessions } from '#db/schema/customers';
import type { Context } from '#server/context';

/** Signs this browser out. One that is signed out already is left as it is. */
export async function endCustomerSession({ db }: Context, sessionId: string): Promise<void> {
  await db.delete(customerSessions).where(eq(customerSessions.id, sessionId));
}

import { cookies } from 'next/headers';
import type { Context } from '#server/context';
import { customerCookie, sessionIdOf } from './session-cookie';

/** The id of the customer's session in this request, without asking the database: it may be over. */
export async function currentCustomerSessionId({ env }: Pick<Context, 'env'>) {
  return sessionIdOf((await cookies()).get(customerCookie(env).name)?.value);
}

import { cookies } from 'next/headers';
import type { Context } from '#server/context';
import { customerCookie, sessionIdOf } from './session-cookie';

/** The id of the customer's session in this request, without asking the database: it may be over. */
export async function currentCustomerSessionId({ env }: Pick<Context, 'env'>) {
  return sessionIdOf((await cookies()).get(customerCookie(env).name)?.value);
}
/** Hands the browser a session; in route handlers only. */
export async function rememberCustomer({ env }: Pick<Context, 'env'>, secret: string) {
  const { name, options } = customerCookie(env);
  (await cookies()).set(name, secret, options);
}

export async function forgetCustomer({ env }: Pick<Context, 'env'>): Promise<void> {
  const { name, options } = customerCookie(env);
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}

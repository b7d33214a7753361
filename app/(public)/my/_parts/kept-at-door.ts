import { cookies } from 'next/headers';
import { processContext } from '#server/context';
import { customerPath } from '#server/door/customer-path';
import { linkLifeMs } from '#server/door/link-limits';
import { pageCookie } from '#server/page-cookie';

const lengthMax = 300;

/** What somebody typed, kept for a minute so that a fault does not cost it. */
export async function keepEmail(email: string): Promise<void> {
  await keep('door-email', email.slice(0, lengthMax), 60);
}

export async function emailBefore(): Promise<string> {
  return (await cookies()).get('door-email')?.value ?? '';
}

/** Where this browser was going, for as long as a link works; another one goes to the orders. */
export async function keepWay(from: string): Promise<void> {
  await keep('door-from', customerPath(from), linkLifeMs / 1000);
}

export async function wayOn(): Promise<string> {
  return customerPath((await cookies()).get('door-from')?.value);
}

export async function forgetWay(): Promise<void> {
  await keep('door-from', '', 0);
}

async function keep(name: string, value: string, maxAge: number): Promise<void> {
  const { env } = await processContext();
  (await cookies()).set(name, value, { ...pageCookie(env, '/my/sign-in'), maxAge });
}

import { cookies } from 'next/headers';
import { customerPath } from '#server/door/customer-path';
import { linkLifeMs } from '#server/door/link-limits';

const options = { path: '/my/sign-in', httpOnly: true, sameSite: 'lax' } as const;
const lengthMax = 300;

/** What somebody typed, kept for a minute so that a fault does not cost it. */
export async function keepEmail(email: string): Promise<void> {
  (await cookies()).set('door-email', email.slice(0, lengthMax), { ...options, maxAge: 60 });
}

export async function emailBefore(): Promise<string> {
  return (await cookies()).get('door-email')?.value ?? '';
}

/** Where this browser was going, for as long as a link works; another one goes to the orders. */
export async function keepWay(from: string): Promise<void> {
  const maxAge = linkLifeMs / 1000;
  (await cookies()).set('door-from', customerPath(from), { ...options, maxAge });
}

export async function wayOn(): Promise<string> {
  return customerPath((await cookies()).get('door-from')?.value);
}

export async function forgetWay(): Promise<void> {
  (await cookies()).set('door-from', '', { ...options, maxAge: 0 });
}

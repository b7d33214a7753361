import { cookies } from 'next/headers';
import { processContext } from '#server/context';
import { pageCookie } from '#server/page-cookie';

/** What somebody typed into the form, kept for a minute so that a fault does not cost it. */
export type Typed = Readonly<{ number: string; email: string }>;

const cookieName = 'typed';
const lengthMax = 300;

export async function typedBefore(): Promise<Typed> {
  const kept = new URLSearchParams((await cookies()).get(cookieName)?.value ?? '');
  return { number: kept.get('number') ?? '', email: kept.get('email') ?? '' };
}

export async function keepTyped({ number, email }: Typed): Promise<void> {
  const typed = { number: number.slice(0, lengthMax), email: email.slice(0, lengthMax) };
  (await cookies()).set(cookieName, new URLSearchParams(typed).toString(), {
    ...pageCookie((await processContext()).env, '/track'),
    maxAge: 60,
  });
}

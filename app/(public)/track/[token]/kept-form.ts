import { cookies } from 'next/headers';
import { processContext } from '#server/context';
import { pageCookie } from '#server/page-cookie';

const cookieName = 'form';
const fieldLengthMax = 500;

/** What was typed into a form of these pages, kept for a minute so that a fault does not cost it. */
export async function typedInForm(): Promise<Readonly<Record<string, string>>> {
  const kept = (await cookies()).get(cookieName)?.value ?? '';
  return Object.fromEntries(new URLSearchParams(kept));
}

export async function keepForm(token: string, typed: Readonly<Record<string, string>>) {
  const cut = Object.entries(typed).map(([name, text]) => [name, text.slice(0, fieldLengthMax)]);
  (await cookies()).set(cookieName, new URLSearchParams(cut).toString(), {
    ...pageCookie((await processContext()).env, `/track/${token}`),
    maxAge: 60,
  });
}

import { cookies } from 'next/headers';

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
    ...{ path: `/track/${token}`, httpOnly: true, sameSite: 'lax' },
    maxAge: 60,
  });
}

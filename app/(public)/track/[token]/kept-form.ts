import { cookies } from 'next/headers';
import { processContext } from '#server/context';
import { pageCookie } from '#server/page-cookie';

type Typed = Readonly<Record<string, string>>;

const cookieName = 'form';
const fieldLengthMax = 500;
const separator = '\0';

/** What was typed into a form of these pages, kept for a minute so that a fault does not cost it. */
export async function typedInForm(): Promise<Typed> {
  const kept = (await cookies()).get(cookieName)?.value ?? '';
  const parts = Buffer.from(kept, 'base64url').toString('utf8').split(separator);
  return Object.fromEntries(
    parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1] ?? '']] : [])),
  );
}

export async function keepForm(token: string, typed: Typed): Promise<void> {
  const parts = Object.entries(typed).flatMap(([name, text]) => [
    name,
    text.slice(0, fieldLengthMax).replaceAll(separator, ''),
  ]);
  // Percent signs would make fifteen bytes of each letter of Japanese, and a browser keeps 4096.
  const kept = Buffer.from(parts.join(separator), 'utf8').toString('base64url');
  (await cookies()).set(cookieName, kept, {
    ...pageCookie((await processContext()).env, `/track/${token}`),
    maxAge: 60,
  });
}

import { cookies } from 'next/headers';

const cookieName = 'order';
const keptSeconds = 25 * 60 * 60;

/**
 * The tracking page from which a download was begun, known to this browser only: whoever is given
 * the address of a file is not given the order with it.
 */
export async function rememberWayBack(
  link: string,
  token: string,
  isSecure: boolean,
): Promise<void> {
  (await cookies()).set(cookieName, token, {
    path: `/download/${link}`,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    maxAge: keptSeconds,
  });
}

/** Where to go from a download that gives nothing: its order's page, or the one that finds it. */
export async function wayBack(): Promise<string> {
  const token = (await cookies()).get(cookieName)?.value ?? '';
  return /^[\w-]{1,100}$/.test(token) ? `/track/${token}#files` : '/track';
}

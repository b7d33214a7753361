import { cookies } from 'next/headers';
import { lookLengthMs, lookPattern, looksMax } from '#server/tracking/look';

const cookieName = 'looks';

/** The keys of what this browser was shown, newest first. */
export async function shownLooks(): Promise<readonly string[]> {
  const kept = (await cookies()).get(cookieName)?.value ?? '';
  return kept
    .split('.')
    .filter((look) => lookPattern.test(look))
    .slice(0, looksMax);
}

/** Keeps one more key, for the pages of this order only. */
export async function rememberLook(look: string, token: string, isSecure: boolean): Promise<void> {
  const looks = [look, ...(await shownLooks())].slice(0, looksMax);
  (await cookies()).set(cookieName, looks.join('.'), {
    path: `/track/${token}`,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    maxAge: lookLengthMs / 1000,
  });
}

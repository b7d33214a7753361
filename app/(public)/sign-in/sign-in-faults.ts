/** The same words for an unknown address and a wrong password, so that neither is given away. */
export const signInFaults = {
  empty: 'Enter your e-mail address and your password.',
  wrong: 'This e-mail address and password do not belong together.',
  too_many: 'Too many tries. Wait 15 minutes.',
} as const;

/** What next-auth's own route says in the address when it sends somebody back here. */
export function faultOf(error: string | undefined): string | null {
  if (error === undefined) return null;
  if (error === 'TooMany') return signInFaults.too_many;
  return error === 'CredentialsSignin' ? signInFaults.wrong : 'Please sign in again.';
}

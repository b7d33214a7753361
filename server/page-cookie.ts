import type { Env } from '#server/env';

/** How a page keeps something for itself in the browser, such as what was typed into its form. */
export function pageCookie({ appUrl }: Pick<Env, 'appUrl'>, path: string) {
  const secure = appUrl.startsWith('https://');
  return { path, httpOnly: true, sameSite: 'lax', secure } as const;
}

import { type BrowserContext, expect, type Page } from '@playwright/test';
import { owner, type Shop } from './open-shop';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** The session that the owner of a shop began first, for the journeys that come after. */
const sessions = new WeakMap<Shop, Cookies>();

/** Goes to a page of the console as the owner, who signs in on the way where nobody did before. */
export async function signIn(page: Page, shop: Shop, path = '/orders'): Promise<void> {
  const begun = sessions.get(shop);
  if (begun === undefined) {
    await signInAnew(page, shop, path);
    sessions.set(shop, await page.context().cookies(shop.url));
    return;
  }
  await page.context().addCookies(begun);
  await page.goto(`${shop.url}${path}`);
  await expect(page).toHaveURL(`${shop.url}${path}`);
}

/** The same with a session of its own. */
export async function signInAnew(page: Page, shop: Shop, path: string): Promise<void> {
  await page.goto(`${shop.url}${path}`);
  await fillSignIn(page, owner);
  await expect(page).toHaveURL(`${shop.url}${path}`);
}

type Credentials = Readonly<{ email: string; password: string }>;

/** Fills in the form of the sign-in page and sends it. */
export async function fillSignIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

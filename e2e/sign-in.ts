import { expect, type Page } from '@playwright/test';
import { owner, type Shop } from './open-shop';

/** Goes to a page of the console, as the owner: signs in on the way and arrives there. */
export async function signIn(page: Page, shop: Shop, path = '/orders'): Promise<void> {
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

import { expect, type Page } from '@playwright/test';

/**
 * To be called before a page is opened; what it gives waits until the script of the page listens for
 * these events of the window. What happens before is heard by nobody.
 */
export async function untilListening(page: Page, type: string): Promise<() => Promise<void>> {
  await page.addInitScript((wanted) => {
    window.addEventListener = new Proxy(window.addEventListener, {
      apply(listen, self, given) {
        if (given[0] === wanted) Object.assign(window, { isListening: true });
        return Reflect.apply(listen, self, given);
      },
    });
  }, type);
  return () => expect.poll(() => page.evaluate(() => 'isListening' in window)).toBe(true);
}

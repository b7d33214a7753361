import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

type Journey = {
  /** What the pages have complained of so far. A journey that expects a complaint takes it out. */
  complaints: string[];
};

/** Whatever a page throws, or says to the console as an error, fails the journey. */
export const test = base.extend<Journey>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      watch(context, complaints);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Adds what the pages of one more context complain of. */
export function watch(context: BrowserContext, complaints: string[]): void {
  context.on('weberror', (fault) => complaints.push(String(fault.error())));
  context.on('console', (message) => {
    if (message.type() !== 'error' || message.text().startsWith(blockedInMessage)) return;
    complaints.push(`${message.text()} ${message.location().url}`);
  });
}

// The frame that shows a message runs nothing, not even what Playwright looks into it with.
const blockedInMessage = "Blocked script execution in 'about:srcdoc'";

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The page as it stands breaks no rule of WCAG 2.2 AA that axe knows; in the dark neither. */
export async function expectAccessible(page: Page): Promise<void> {
  // Between two pages, Next takes the old title out before it puts the new one in.
  await expect(page).toHaveTitle(/./);
  expect(await violations(page, (axe) => axe.withTags(wcag))).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, (axe) => axe.withRules(['color-contrast']))).toEqual([]);
  await page.emulateMedia({ colorScheme: null });
}

async function violations(page: Page, choose: (axe: AxeBuilder) => AxeBuilder) {
  await page.evaluate(settle);
  // Without the second page that it opens otherwise, for frames of other origins: we have none.
  const axe = new AxeBuilder({ page }).exclude('iframe[sandbox]').setLegacyMode();
  const result = await choose(axe).analyze();
  return result.violations.map(({ id, nodes }) => ({
    rule: id,
    page: page.url(),
    places: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
  }));
}

/** Runs in the page: colours that are on their way to others are none to be judged. */
function settle(): void {
  const moving = document.getAnimations().filter((motion) => motion instanceof CSSTransition);
  for (const motion of moving) motion.finish();
}

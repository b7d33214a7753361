import { expect, type Locator } from '@playwright/test';

/** The field is marked as wrong, and the fault is seen and read out with it. */
export async function expectFault(field: Locator, fault: string): Promise<void> {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  const [note = ''] = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
  const beside = field.page().locator(`[id="${note}"]`);
  await expect(beside).toBeVisible();
  await expect(beside).toHaveText(fault);
}

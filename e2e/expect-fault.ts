import { expect, type Locator } from '@playwright/test';

/** The field is marked as wrong, and the fault is seen and read out with it, before any hint. */
export async function expectFault(field: Locator, fault: string): Promise<void> {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(startingWith(fault));
  const seen = field.page().getByText(fault, { exact: true }).filter({ visible: true });
  await expect(seen.first()).toBeVisible();
}

function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s|$)`);
}

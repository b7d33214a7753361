import { expect, test } from 'vitest';
import { freshContext } from '#server/staff/fresh-context';
import { placed, stockShelves } from './console.test-data';

test('an order gets the next number that is free, however many were brought from elsewhere', async () => {
  const ctx = await freshContext();
  await stockShelves(ctx);
  for (let number = 1020; number < 1040; number += 1) {
    await placed(ctx, { MUG: 1 }, { number: `${number}` });
  }
  expect(await placed(ctx, { MUG: 1 })).toBe('1040');
  expect(await placed(ctx, { MUG: 1 })).toBe('1041');
});

import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { codes } from '#db/schema/catalog';
import { messages } from '#db/schema/messages';
import { showCode } from '#server/digital/show-code';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { change, maria, pay, placed, stockShelves } from './console.test-data';
import { giveCode } from './give-code';
import { readOrderPage } from './read-order-page';
import { replaceCode } from './replace-code';
import { restockCodes } from './restock-codes';

let ctx: TestContext;

beforeEach(async () => {
  ctx = await freshContext();
  await stockShelves(ctx);
});

async function paidFor(keys: number): Promise<string> {
  const number = await placed(ctx, { KEY: keys });
  await change(ctx, number, pay);
  return number;
}

const replace = (number: string, codeId: number) =>
  replaceCode(ctx, { order: { number }, actor: maria, shop, codeId, reason: 'Used already.' });

async function give(number: string, code: string, replaces: number | null) {
  const lineId = (await readOrderPage(ctx, number)).order.lines[0]?.id ?? '';
  const by = { order: { number }, actor: maria, shop };
  return giveCode(ctx, { ...by, lineId, replaces, code, reason: null });
}

async function statuses(): Promise<readonly string[]> {
  const rows = await ctx.db.select({ status: codes.status }).from(codes).orderBy(codes.id);
  return rows.map(({ status }) => status);
}

/** The codes of an order in the clear, as staff would read them. */
async function codesOf(number: string): Promise<readonly string[]> {
  const { codes: held } = await readOrderPage(ctx, number);
  const shown = held
    .filter(({ status }) => status === 'handed_out')
    .map(({ id }) => showCode(ctx, { codeId: id, actor: maria, number }));
  return (await Promise.all(shown)).map(({ code }) => code);
}

async function mailOf(number: string) {
  const page = await readOrderPage(ctx, number);
  return page.messages.map(({ template, status }) => `${template} ${status}`);
}

describe('a code that does not work', () => {
  test('is burned, and the next one of the pool goes to the same line with a message', async () => {
    const number = await paidFor(1);
    await replace(number, 1);
    expect(await statuses()).toEqual(['burned', 'handed_out', 'available']);
    expect(await codesOf(number)).toEqual(['K-2']);
    expect(await mailOf(number)).toContain('code_replaced held');
    const { history, products } = await readOrderPage(ctx, number);
    expect(history[0]).toMatchObject({
      actorName: 'Maria',
      event: { type: 'code_replaced', codeId: 1, reason: 'Used already.' },
    });
    expect(Object.values(products)).toMatchObject([{ codesAvailable: 1 }]);
  });

  test('is replaced once, however often that is asked for at once', async () => {
    const number = await paidFor(1);
    const twice = await Promise.allSettled([replace(number, 1), replace(number, 1)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await statuses()).toEqual(['burned', 'handed_out', 'available']);
    await expect(replace(number, 1)).rejects.toMatchObject({ code: 'refused' });
  });

  test('leaves the line waiting where the pool is empty, and the next import serves it', async () => {
    const number = await paidFor(3);
    await replace(number, 2);
    const waiting = await readOrderPage(ctx, number);
    expect(waiting.standing.flags).toEqual(['codes_short']);
    expect(await mailOf(number)).not.toContain('code_replaced held');
    await restockCodes(ctx, { sku: 'KEY', codes: ['K-4'], actor: maria, shop });
    expect(await codesOf(number)).toEqual(['K-1', 'K-3', 'K-4']);
    expect((await readOrderPage(ctx, number)).standing.flags).toEqual([]);
  });

  test('stays burned after a roll back, and comes back with no later import', async () => {
    const number = await paidFor(1);
    await replace(number, 1);
    await change(ctx, number, { type: 'roll_back', reason: null, restock: true });
    const again = { sku: 'KEY', codes: ['K-1'], actor: maria, shop };
    expect(await restockCodes(ctx, again)).toMatchObject({ added: 0, duplicates: ['K-1'] });
    expect(await statuses()).toEqual(['burned', 'available', 'available']);
    expect(await mailOf(number)).toContain('code_replaced withdrawn');
  });

  test('of another order is refused, and of an order that is not paid', async () => {
    const number = await paidFor(1);
    const other = await paidFor(1);
    await expect(replace(number, 2)).rejects.toMatchObject({ code: 'refused' });
    const unpaid = await placed(ctx, { KEY: 1 });
    await expect(replace(unpaid, 1)).rejects.toThrow('The order is not paid.');
    await expect(replace('none', 1)).rejects.toMatchObject({ code: 'not_found' });
    expect(await codesOf(other)).toEqual(['K-2']);
  });
});

describe('a code that is given by hand', () => {
  test('serves a line that waits, sealed as every other, and the customer is told', async () => {
    const number = await paidFor(4);
    expect((await readOrderPage(ctx, number)).standing.flags).toEqual(['codes_short']);
    await give(number, 'HAND-1', null);
    expect(await codesOf(number)).toEqual(['K-1', 'K-2', 'K-3', 'HAND-1']);
    const page = await readOrderPage(ctx, number);
    expect(page.standing).toMatchObject({ status: 'delivered', flags: [] });
    expect(JSON.stringify(page)).not.toContain('HAND-1');
    const [row] = await ctx.db.select().from(codes).where(eq(codes.id, 4));
    expect(row?.sealed).not.toContain('HAND-1');
    const told = await ctx.db.select().from(messages).where(eq(messages.template, 'paid'));
    expect(told.at(-1)?.data).toEqual({ codesArrived: true });
  });

  test('takes the place of one that does not work', async () => {
    const number = await paidFor(1);
    await give(number, 'HAND-1', 1);
    expect(await statuses()).toEqual(['burned', 'available', 'available', 'handed_out']);
    expect(await mailOf(number)).toContain('code_replaced held');
  });

  test.each(['K-1', 'K-3'])('is not taken where the product has had it (%s)', async (code) => {
    const number = await paidFor(1);
    await expect(give(number, code, 1)).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: { code: 'The product has had this code. Enter another.' } },
    });
    expect(await statuses()).toEqual(['handed_out', 'available', 'available']);
  });

  test('is taken once, whoever types it first', async () => {
    const number = await paidFor(5);
    const twice = await Promise.allSettled([
      give(number, 'HAND-1', null),
      give(number, 'HAND-1', null),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await readOrderPage(ctx, number)).order.lines).toMatchObject([{ codesWaiting: 1 }]);
  });

  test('is refused where no code is missing', async () => {
    const number = await paidFor(1);
    await expect(give(number, 'HAND-1', null)).rejects.toThrow('No code is missing in this line.');
  });
});

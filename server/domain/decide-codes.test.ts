import { describe, expect, test } from 'vitest';
import { giveCode, handOutCodes, pay, replaceCode, rollBack } from './command.test-data';
import { decideOrder } from './decide-order';
import { aWorld, given } from './given.test-data';
import { anOrder, licences } from './order.test-data';
import { standingOf } from './order-status';

const digital = anOrder({ lines: [licences] });
const byHand = { type: 'give_code', lineId: 'licence', replaces: null, reason: null } as const;

describe('a code that does not work', () => {
  test('is replaced by the next one of the pool, and nothing else moves', () => {
    const paid = given(digital, [pay()]);
    const { events, order } = paid.after({ ...replaceCode, reason: 'Used already.' });
    expect(events).toEqual([
      {
        ...{ type: 'code_replaced', codeId: 1, reason: 'Used already.' },
        ...{ lineId: 'licence', productId: 'licence', handOut: 1, waiting: 0 },
      },
    ]);
    expect({ ...order, version: paid.order.version }).toEqual(paid.order);
  });

  test('leaves its line waiting where the pool is empty, until codes come in', () => {
    const paid = given(digital, [pay()]).where({ codesAvailable: 0 });
    const { order } = paid.after(replaceCode);
    expect(standingOf(order)).toMatchObject({ status: 'delivered', flags: ['codes_short'] });
    const served = given(order).where({ codesAvailable: 1 }).after(handOutCodes);
    expect(standingOf(served.order).flags).toEqual([]);
  });

  test('brings what the line still waited for with it, as far as the pool reaches', () => {
    const short = given(digital, [pay()], { codesAvailable: 1 }).where({ codesAvailable: 5 });
    expect(short.after(replaceCode).events).toMatchObject([{ handOut: 2, waiting: 0 }, {}]);
  });

  test.each([null, 'of-another-order'])(
    'is not replaced where the order holds it not (%s)',
    (lineId) => {
      const { order } = given(digital, [pay()]);
      const world = { ...aWorld(), code: { lineId, isKnown: false } };
      expect(decideOrder(order, replaceCode, world)).toMatchObject({ kind: 'refused' });
      expect(decideOrder(order, giveCode(order), world)).toMatchObject({ kind: 'refused' });
    },
  );
});

describe('a code that is given by hand', () => {
  test('serves a unit that waits, and the last one completes the order', () => {
    const short = given(digital, [pay()], { codesAvailable: 1 });
    const { events, order } = short.after(byHand);
    expect(events.map(({ type }) => type)).toEqual(['code_given', 'delivered']);
    expect(standingOf(order)).toMatchObject({ status: 'delivered', flags: [] });
  });

  test('takes the place of one that does not work', () => {
    const { events, order } = given(digital, [pay()]).after(giveCode(digital));
    expect(events).toMatchObject([{ type: 'code_given', replaces: 1, waiting: 0 }]);
    expect(standingOf(order).flags).toEqual([]);
  });

  test('is refused where no code is missing and none is replaced', () => {
    const decision = given(digital, [pay()]).when(byHand);
    expect(decision).toMatchObject({ refusal: { reason: 'No code is missing in this line.' } });
  });

  test('is wrong where the product has had it before', () => {
    const { order } = given(digital, [pay()], { codesAvailable: 1 });
    const world = { ...aWorld(), code: { lineId: null, isKnown: true } };
    expect(decideOrder(order, byHand, world)).toMatchObject({
      kind: 'invalid',
      fields: { code: expect.anything() },
    });
  });

  test.each(['mug', 'none'])('is refused for the line %s, which takes no codes', (lineId) => {
    const decision = given(anOrder(), [pay()]).when({ ...byHand, lineId });
    expect(decision).toMatchObject({ kind: 'refused' });
  });
});

test.each([replaceCode, byHand])(
  '$type is refused before the payment and after a roll back',
  (command) => {
    expect(given(digital).when(command)).toMatchObject({
      refusal: { reason: 'The order is not paid.' },
    });
    const rolledBack = given(digital, [pay(), rollBack]);
    expect(rolledBack.when(command)).toMatchObject({ kind: 'refused' });
  },
);

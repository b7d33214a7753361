import { describe, expect, test } from 'vitest';
import { handOutCodes, pay, ship, shipOneMug, shipUntracked, untracked } from './command.test-data';
import { given } from './given.test-data';
import { anOrder, licences, mugs } from './order.test-data';
import { standingOf } from './order-status';

const mixed = anOrder({ lines: [mugs, licences] });

describe('ship', () => {
  const paid = given(anOrder(), [pay()]);

  test('everything that is left where no lines are named', () => {
    const { events } = given(anOrder(), [pay(), shipOneMug]).after(ship());
    const lines = [
      { lineId: 'mug', quantity: 1 },
      { lineId: 'poster', quantity: 1 },
    ];
    expect(events).toMatchObject([{ type: 'shipped', shipment: { lines } }, { type: 'delivered' }]);
  });

  test.each([
    ['all with a number', ship(), true, ['shipped', 'delivered']],
    ['all without one', shipUntracked, true, ['shipped']],
    ['all without a parcel', ship({ parcels: [] }), true, ['shipped']],
    ['a part with a number', shipOneMug, true, ['shipped']],
    ['all with a number, but delivery is told by hand', ship(), false, ['shipped']],
  ])('%s', (_, command, deliveredOnTracking, types) => {
    expect(typesOf(paid.where({ deliveredOnTracking }).after(command).events)).toEqual(types);
  });

  test('an earlier shipment without a number keeps the order from being delivered', () => {
    const story = given(anOrder(), [pay(), { ...shipOneMug, parcels: [untracked] }]);
    expect(typesOf(story.after(ship()).events)).toEqual(['shipped']);
  });

  test('more than is left is refused, split over two entries too', () => {
    const entry = { lineId: 'mug', quantity: 2 };
    expect(paid.when(ship({ lines: [{ ...entry, quantity: 3 }] })).kind).toBe('refused');
    expect(paid.when(ship({ lines: [entry, { ...entry, quantity: 1 }] })).kind).toBe('refused');
    expect(given(anOrder(), [pay(), shipOneMug]).when(ship({ lines: [entry] })).kind).toBe(
      'refused',
    );
  });

  test('a line that is handed out is refused', () => {
    const lines = [{ lineId: 'licence', quantity: 1 }];
    const refusal = { reason: 'Licence is not shipped.', remedy: expect.any(String) };
    expect(given(mixed, [pay()]).when(ship({ lines }))).toEqual({ kind: 'refused', refusal });
  });

  test.each([
    [
      'a line of another order',
      [
        { lineId: 'mug', quantity: 1 },
        { lineId: 'mug', quantity: 1 },
        { lineId: 'x', quantity: 1 },
      ],
      ['lines.2.lineId'],
    ],
    ['no line at all', [], ['lines']],
    ['no quantity', [{ lineId: 'mug', quantity: 0 }], ['lines.0.quantity']],
    [
      'less than nothing',
      [
        { lineId: 'poster', quantity: 1 },
        { lineId: 'mug', quantity: -1 },
      ],
      ['lines.1.quantity'],
    ],
    [
      'half a mug of nobody',
      [{ lineId: 'x', quantity: 0.5 }],
      ['lines.0.lineId', 'lines.0.quantity'],
    ],
  ])('%s is invalid, by its field', (_, lines, fields) => {
    const decision = paid.when(ship({ lines }));
    expect(decision.kind === 'invalid' && Object.keys(decision.fields)).toEqual(fields);
  });

  test('goods wait for nothing digital: codes that come later deliver the order', () => {
    const story = given(mixed, [pay(), ship()], { codesAvailable: 0 });
    expect(standingOf(story.order)).toMatchObject({
      status: 'paid',
      fulfilmentStatus: 'partly_shipped',
    });
    expect(typesOf(story.where({}).after(handOutCodes).events)).toEqual([
      'codes_handed_out',
      'delivered',
    ]);
    expect(story.when(handOutCodes).kind).toBe('refused');
  });
});

function typesOf(events: readonly { type: string }[]): readonly string[] {
  return events.map(({ type }) => type);
}

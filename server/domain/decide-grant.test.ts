import { describe, expect, test } from 'vitest';
import { changeGrant, commandFor, pay, rollBack } from './command.test-data';
import { type Given, given } from './given.test-data';
import { anOrder, book, licences } from './order.test-data';
import type { GrantChange } from './order-command';

const dayMs = 24 * 60 * 60 * 1000;
const digital = anOrder({ lines: [licences, { ...book, quantity: 2 }] });
const paid = given(digital, [pay()]);

const asked = (story: Given, change: GrantChange) =>
  story.when(commandFor(changeGrant(change), story.order));

describe('the grants that a payment issues', () => {
  test('give every unit its downloads, by the shop where the product says nothing', () => {
    const { at } = paid.world;
    expect(paid.order.grants).toMatchObject([
      { lineId: 'book', downloadsMax: 10, issuedAt: at, expiresAt: at + 30 * dayMs },
    ]);
  });

  test('follow the product where it says something, and 0 days are for ever', () => {
    const terms = { downloadsMax: 3, downloadDays: 0 };
    expect(given(digital, [pay()], terms).order.grants).toMatchObject([
      { downloadsMax: 6, expiresAt: null },
    ]);
  });
});

describe('staff', () => {
  test('add downloads, and the end stays', () => {
    const { events, order } = paid.after(
      commandFor(
        changeGrant({ what: 'add_downloads', downloads: 3 }, 'Her disk broke.'),
        paid.order,
      ),
    );
    expect(events).toMatchObject([{ what: 'downloads_added', reason: 'Her disk broke.' }]);
    expect(order.grants).toEqual([{ ...paid.order.grants[0], downloadsMax: 13 }]);
  });

  test('move the end to a moment that is still to come, or take it away', () => {
    const { at } = paid.world;
    for (const expiresAt of [at + 1, null]) {
      expect(asked(paid, { what: 'move_end', expiresAt })).toMatchObject({
        events: [{ what: 'end_moved', grant: { expiresAt, downloadsMax: 10 } }],
      });
    }
    for (const expiresAt of [at, at - dayMs, Number.NaN]) {
      expect(asked(paid, { what: 'move_end', expiresAt })).toMatchObject({
        fields: { until: 'Choose a day that is still to come.' },
      });
    }
  });

  test('revoke, and nothing else is done to what is revoked but to give it back', () => {
    const revoked = given(digital, [pay(), changeGrant({ what: 'revoke' })]);
    expect(revoked.order.grants).toMatchObject([{ revokedAt: revoked.world.at }]);
    for (const change of [
      { what: 'revoke' },
      { what: 'add_downloads', downloads: 1 },
      { what: 'move_end', expiresAt: null },
    ] as const) {
      expect(asked(revoked, change)).toMatchObject({
        refusal: { reason: 'These downloads are revoked.' },
      });
    }
    const { order } = revoked.after(commandFor(changeGrant({ what: 'restore' }), revoked.order));
    expect(order.grants).toEqual(paid.order.grants);
    expect(asked(paid, { what: 'restore' }).kind).toBe('refused');
  });

  test.each([0, -1, 0.5, Number.NaN, 1001])('cannot add %d downloads', (downloads) => {
    expect(asked(paid, { what: 'add_downloads', downloads })).toMatchObject({
      fields: { downloads: 'Enter a whole number from 1 to 1000.' },
    });
  });

  test('who ask for the end that is there already change nothing', () => {
    const expiresAt = paid.order.grants[0]?.expiresAt ?? null;
    expect(asked(paid, { what: 'move_end', expiresAt })).toEqual({ kind: 'accepted', events: [] });
  });
});

test('a roll back revokes, paying again issues anew, and the old grant never comes back', () => {
  const again = given(digital, [pay(), rollBack, pay()]);
  const [old, fresh] = again.order.grants;
  expect([old?.revokedAt, fresh?.revokedAt]).toEqual([again.world.at, null]);
  const restore = { type: 'change_grant', change: { what: 'restore' }, reason: null } as const;
  expect(again.when({ ...restore, grantId: old?.id ?? '' })).toMatchObject({
    refusal: { reason: 'These downloads are not on this order.' },
  });
});

test('a grant of another order is refused', () => {
  const add = { what: 'add_downloads', downloads: 1 } as const;
  expect(
    paid.when({ type: 'change_grant', grantId: 'another', change: add, reason: null }).kind,
  ).toBe('refused');
});

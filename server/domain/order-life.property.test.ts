import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  deliver,
  pay,
  release,
  remove,
  reopen,
  restore,
  rollBack,
  ship,
} from './command.test-data';
import { evolveOrder } from './evolve-order';
import type { OrderCommand } from './order-command';
import { isSettled, standingOf } from './order-status';
import { permittedCommands, refusalOf } from './refusal-of';
import { newRun, type Run, type Step, take } from './run.test-data';
import { change, importCodes, orderOf, type Shop } from './shop.test-data';
import { faultsOf, rebuilt } from './shop-faults.test-data';
import { anybody, anySteps, stepsAfterPaying } from './steps.test-data';
import { totalsOf } from './totals';
import { type OrderFlag, orderStatuses } from './vocabulary';

const orderIds = [1001, 1002, 1003, 1004];
const anyOrderId = fc.constantFrom(...orderIds);

describe('after whatever anybody does, in whatever order', () => {
  test('stock, sales, codes, grants, totals, statuses and versions agree with the facts', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const run = newRun();
        for (const step of steps) {
          take(run, step);
          expect(faultsOf(run.shop, run.books)).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('the history alone rebuilds every order', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { shop } = ranThrough(steps);
        const again = rebuilt(shop, (order, { event, at }) => evolveOrder(order, event, at));
        expect([...again.values()]).toEqual([...shop.orders.values()]);
      }),
      { numRuns: 200 },
    );
  });

  test('rolling back what was paid restores stock, sales, pools and the order itself', () => {
    const story = anyOrderId.chain((id) =>
      fc.tuple(fc.constant(id), anySteps, stepsAfterPaying(id)),
    );
    fc.assert(
      fc.property(story, ([id, steps, later]) => {
        const run = ranThrough(steps);
        bringBack(run.shop, id);
        const before = numbersOf(run.shop, id);
        done(run.shop, id, pay());
        for (const step of later) take(run, step);
        done(run.shop, id, rollBack);
        expect(numbersOf(run.shop, id)).toEqual(before);
        expect(faultsOf(run.shop, run.books)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('an order that was rolled back can be paid again and comes to the same', () => {
    fc.assert(
      fc.property(anyOrderId, anySteps, (id, steps) => {
        const { shop } = ranThrough(steps);
        bringBack(shop, id);
        done(shop, id, pay());
        const first = [standingWithout('authorised', shop, id), [...shop.products]];
        done(shop, id, rollBack);
        done(shop, id, pay());
        expect([standingWithout('authorised', shop, id), [...shop.products]]).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });

  test('an order out of the bin has the totals that it had, with nothing paid', () => {
    fc.assert(
      fc.property(anyOrderId, anySteps, (id, steps) => {
        const { shop } = ranThrough(steps);
        if (orderOf(shop, id).deletedAt !== null) done(shop, id, restore);
        const before = totalsOf(orderOf(shop, id));
        done(shop, id, remove);
        done(shop, id, restore);
        expect(totalsOf(orderOf(shop, id))).toEqual({ ...before, paid: 0, refunded: 0 });
      }),
      { numRuns: 100 },
    );
  });

  test('no order is ever stuck: each can be brought to its customer', () => {
    fc.assert(
      fc.property(anyOrderId, anySteps, (id, steps) => {
        const run = ranThrough(steps);
        bringToCustomer(run.shop, id);
        expect(standingOf(orderOf(run.shop, id)).status).toBe('delivered');
        expect(faultsOf(run.shop, run.books)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('a command that is not permitted is refused for the reason given', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const run = newRun();
        for (const step of steps) {
          if (step.does !== 'command') continue;
          const { command, orderId, actor } = step;
          const order = orderOf(run.shop, orderId);
          const refusal = refusalOf(order, command.type);
          expect(permittedCommands(order).includes(command.type)).toBe(refusal === null);
          const decision = change(run.shop, orderId, command, actor);
          if (refusal) expect(decision).toEqual({ kind: 'refused', refusal });
        }
      }),
      { numRuns: 100 },
    );
  });
});

test('these steps reach every status and every event', () => {
  const seen = new Set<string>();
  for (const steps of fc.sample(anySteps, { numRuns: 1500, seed: 1 })) {
    const { shop } = ranThrough(steps);
    for (const { event } of shop.history) seen.add(event.type);
    for (const order of shop.orders.values()) seen.add(standingOf(order).status);
  }
  for (const status of orderStatuses) expect(seen).toContain(status);
  expect([...seen].sort()).toMatchInlineSnapshot(`
    [
      "address_corrected",
      "callback_resolved",
      "cancelled",
      "code_given",
      "code_replaced",
      "codes_handed_out",
      "contact_corrected",
      "deleted",
      "delivered",
      "expected",
      "grant_changed",
      "held",
      "link_renewed",
      "message_resent",
      "noted",
      "paid",
      "payment_method_chosen",
      "payment_recorded",
      "payment_updated",
      "pending",
      "personal_data_erased",
      "released",
      "reopened",
      "request_answered",
      "request_asked",
      "request_withdrawn",
      "restored",
      "rolled_back",
      "shipped",
      "slipped",
      "tagged",
      "tracking_corrected",
    ]
  `);
});

function ranThrough(steps: readonly Step[]): Run {
  const run = newRun();
  for (const step of steps) take(run, step);
  return run;
}

function done(shop: Shop, id: number, command: OrderCommand): void {
  expect(change(shop, id, command, anybody)).toMatchObject({ kind: 'accepted' });
}

/** Restored, reopened and rolled back, so that it is pending with nothing paid. */
function bringBack(shop: Shop, id: number): void {
  if (orderOf(shop, id).deletedAt !== null) done(shop, id, restore);
  if (orderOf(shop, id).cancelledAt !== null) done(shop, id, reopen);
  if (permittedCommands(orderOf(shop, id)).includes('roll_back')) done(shop, id, rollBack);
}

function bringToCustomer(shop: Shop, id: number): void {
  if (orderOf(shop, id).deletedAt !== null) done(shop, id, restore);
  if (orderOf(shop, id).cancelledAt !== null) done(shop, id, reopen);
  if (orderOf(shop, id).heldAt !== null) done(shop, id, release);
  if (!isSettled(orderOf(shop, id))) done(shop, id, pay());
  if (permittedCommands(orderOf(shop, id)).includes('hand_out_codes'))
    importCodes(shop, 'licence', 9);
  if (permittedCommands(orderOf(shop, id)).includes('ship')) done(shop, id, ship());
  if (permittedCommands(orderOf(shop, id)).includes('deliver')) done(shop, id, deliver);
}

/** A roll back closes what was authorised, so that flag does not come back with the next payment. */
function standingWithout(flag: OrderFlag, shop: Shop, id: number) {
  const standing = standingOf(orderOf(shop, id));
  return { ...standing, flags: standing.flags.filter((other) => other !== flag) };
}

/**
 * All that a roll back has to restore; a code that was seen is burned instead of going back, and one
 * that somebody typed is new to the pool.
 */
function numbersOf(shop: Shop, id: number) {
  const order = orderOf(shop, id);
  const { paidVersion, paidAt, deliveredAt, shortStock, lines, shipments } = order;
  return structuredClone({
    shelves: [...shop.products],
    pool: shop.codes.filter(({ status, isGiven }) => status !== 'handed_out' && !isGiven).length,
    order: { paidVersion, paidAt, deliveredAt, shortStock, lines },
    totals: totalsOf(order),
    standing: { ...standingOf(order), flags: [] },
    shipments: shipments.filter(({ voidedAt }) => voidedAt === null),
  });
}

import { accept, type Decision, refused, type World } from './decision';
import type { Grant, Line, Order } from './order';
import type { GrantChange, OrderCommand } from './order-command';
import type { GrantFacts, OrderEvent } from './order-event';

/** The most downloads that one unit may bring, and that can be added at once. */
export const downloadsAtOnceMax = 1_000;

/** The grants that a payment issues: every unit of a line brings its downloads. */
export function issuedGrants(order: Order, world: World): readonly GrantFacts[] {
  return order.lines.flatMap((line) => {
    const { id: lineId, kind, productId, quantity } = line;
    if (kind !== 'file' || productId === null) return [];
    return [{ id: world.newId(), lineId, productId, quantity, ...termsOf(line, world) }];
  });
}

function termsOf({ productId, quantity }: Line, world: World) {
  const product = world.products.get(productId ?? '');
  const days = product?.downloadDays ?? world.downloadDays ?? 0;
  return {
    downloadsMax: (product?.downloadsMax ?? world.downloadsMax) * quantity,
    expiresAt: days === 0 ? null : world.at + days * dayMs,
  };
}

const dayMs = 24 * 60 * 60 * 1000;

/** Whether a grant is of the payment that stands: an older one of its line counts no more. */
export function isCurrentGrant({ grants }: Order, { id, lineId }: Grant): boolean {
  return grants.findLast((grant) => grant.lineId === lineId)?.id === id;
}

/** Adds downloads to a grant, moves its end, takes it away or gives it back. */
export function decideChangeGrant(
  order: Order,
  { grantId, change, reason }: OrderCommand & { type: 'change_grant' },
  world: World,
): Decision {
  const grant = order.grants.find(({ id }) => id === grantId);
  if (!grant || !isCurrentGrant(order, grant)) {
    return refused('These downloads are not on this order.', 'Look at the downloads of the order.');
  }
  const changed = (what: GrantChanged['what'], part: Partial<Grant>) =>
    accept({ type: 'grant_changed', grant: { ...grant, ...part }, what, reason });
  if (grant.revokedAt !== null) {
    return change.what === 'restore'
      ? changed('restored', { revokedAt: null })
      : refused('These downloads are revoked.', 'Give them back first.');
  }
  switch (change.what) {
    case 'add_downloads':
      return isCount(change.downloads)
        ? changed('downloads_added', { downloadsMax: grant.downloadsMax + change.downloads })
        : invalidCount;
    case 'move_end':
      return (
        decideEnd(grant, change, world) ?? changed('end_moved', { expiresAt: change.expiresAt })
      );
    case 'revoke':
      return changed('revoked', { revokedAt: world.at });
    case 'restore':
      return refused('These downloads are not revoked.', 'Nothing needs doing.');
    default:
      return change satisfies never;
  }
}

type GrantChanged = OrderEvent & { type: 'grant_changed' };

function isCount(downloads: number): boolean {
  return Number.isSafeInteger(downloads) && downloads > 0 && downloads <= downloadsAtOnceMax;
}

const invalidCount: Decision = {
  kind: 'invalid',
  fields: { downloads: `Enter a whole number from 1 to ${downloadsAtOnceMax}.` },
};

/** What keeps the end where it is: it is there already, or would have passed. */
function decideEnd(
  grant: Grant,
  { expiresAt }: GrantChange & { what: 'move_end' },
  world: World,
): Decision | null {
  if (expiresAt === grant.expiresAt) return accept();
  if (expiresAt === null || (Number.isSafeInteger(expiresAt) && expiresAt > world.at)) return null;
  return { kind: 'invalid', fields: { until: 'Choose a day that is still to come.' } };
}

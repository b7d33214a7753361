import { eq, sql } from 'drizzle-orm';
import { insertInto, updateIn, upsertInto } from '#db/row-statements';
import { movements } from '#db/schema/catalog';
import { grants } from '#db/schema/downloads';
import { events, orderFlagRows, orderLines, orders, orderTags, payments } from '#db/schema/orders';
import { orderRequests } from '#db/schema/requests';
import { parcels, shipmentLines, shipments } from '#db/schema/shipments';
import type { MovementFacts, Payment, Shipment } from '#domain/order';
import type { OrderEvent } from '#domain/order-event';
import { standingOf } from '#domain/order-status';
import { expectShortStock } from '#server/catalog/expect-short-stock';
import type { Statement } from '#server/commit';
import type { Context } from '#server/context';
import { burnStatements } from '#server/digital/burn-code';
import { handOutStatements } from '#server/digital/hand-out-codes';
import { takeBackStatements } from '#server/digital/take-back-codes';
import { addressStatements } from './address-statements';
import { contactStatements } from './contact-statements';
import { eraseStatements } from './erase-statements';
import { messageStatements } from './message-statements';
import type { OrderChange } from './order-change';
import { orderRow } from './order-row';
import { renewLinkStatements } from './renew-link-statements';

const insertEvent = insertInto(events);
const insertMovement = insertInto(movements);
const insertGrant = insertInto(grants);
const insertShipment = insertInto(shipments);
const insertShipmentLine = insertInto(shipmentLines);
const insertParcel = insertInto(parcels);
const upsertRequest = upsertInto(orderRequests, 'id');
const upsertPayment = upsertInto(payments, 'id');
const updateOrder = updateIn(orders, 'id');
const updateGrant = updateIn(grants, 'id');

/**
 * Everything that a change writes, in the order in which it must happen. The event rows come first
 * but for the search index: their key is the lock, so a lost race fails before anything else.
 */
export function changeStatements(ctx: Context, change: OrderChange): readonly Statement[] {
  const { before, after } = change;
  return [
    ...change.events.flatMap((event, index) =>
      effectStatements(ctx, change, event, before.version + index + 1),
    ),
    ...waitingStatements(ctx, change),
    ...flagStatements(ctx, change),
    ...requestStatements(ctx, change),
    updateOrder(ctx.db, { id: after.id, ...orderRow(after) }),
    ...change.events.map((event, index) =>
      eventStatement(ctx, change, event, before.version + index + 1),
    ),
    ...messageStatements(ctx, change),
  ];
}

/** The row of one event: its key (order, version) is the lock of every change. */
export function eventStatement(
  ctx: Context,
  change: OrderChange,
  event: OrderEvent,
  version: number,
): Statement {
  const { type, ...data } = recorded(event);
  const { actor, at, after } = change;
  return insertEvent(ctx.db, {
    orderId: after.id,
    version,
    type,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    at,
    data,
  });
}

/** The key to an order's page stands in no history. */
function recorded(event: OrderEvent): OrderEvent {
  if (event.type !== 'link_renewed') return event;
  const { token, ...told } = event;
  return told;
}

function effectStatements(
  ctx: Context,
  change: OrderChange,
  event: OrderEvent,
  version: number,
): readonly Statement[] {
  const { db } = ctx;
  const { after, at } = change;
  switch (event.type) {
    case 'paid':
      return [
        paymentStatement(ctx, after.id, event.payment),
        ...movementStatements(ctx, change, { reason: 'sale', movements: event.movements, version }),
        ...expectShortStock(db, event.movements, event.shortProductIds),
        ...handOutStatements(db, { orderId: after.id, codes: event.codes, at }),
        ...event.grants.map((grant) =>
          insertGrant(db, { ...grant, orderId: after.id, issuedAt: at }),
        ),
      ];
    case 'payment_recorded':
    case 'payment_updated':
      return [paymentStatement(ctx, after.id, event.payment)];
    case 'codes_handed_out':
      return handOutStatements(db, { orderId: after.id, codes: event.codes, at });
    case 'code_replaced':
      return [
        ...burnStatements(db, { ...event, orderId: after.id }),
        ...handOutStatements(db, { orderId: after.id, codes: [event], at }),
      ];
    case 'code_given': {
      const { replaces: codeId, lineId } = event;
      return codeId === null ? [] : burnStatements(db, { codeId, lineId, orderId: after.id });
    }
    case 'shipped':
      return shipmentStatements(ctx, after.id, event.shipment);
    case 'rolled_back':
      return [
        ...movementStatements(ctx, change, {
          reason: 'roll_back',
          movements: event.movements,
          version,
        }),
        ...takeBackStatements(db, after.id),
        db
          .update(grants)
          .set({ revokedAt: at })
          .where(sql`order_id = ${after.id} AND revoked_at IS NULL`),
        db
          .update(payments)
          .set({ status: 'reversed' })
          .where(
            sql`order_id = ${after.id} AND status IN ('received', 'refunded', 'charged_back', 'authorised')`,
          ),
        db
          .update(shipments)
          .set({ voidedAt: at })
          .where(sql`order_id = ${after.id} AND voided_at IS NULL`),
      ];
    case 'personal_data_erased':
      return eraseStatements(ctx, after);
    case 'link_renewed':
      return renewLinkStatements(db, change);
    case 'grant_changed': {
      const { id, downloadsMax, expiresAt, revokedAt } = event.grant;
      return [updateGrant(db, { id, downloadsMax, expiresAt, revokedAt })];
    }
    case 'tagged':
      return tagStatements(ctx, change);
    case 'address_corrected':
      return addressStatements(ctx, after, at);
    case 'contact_corrected':
      return contactStatements(ctx, change);
    case 'tracking_corrected': {
      const { id, ...parcel } = event.parcel;
      return [db.update(parcels).set(parcel).where(eq(parcels.id, id))];
    }
    default:
      return [];
  }
}

function paymentStatement({ db }: Context, orderId: number, payment: Payment): Statement {
  return upsertPayment(db, { ...payment, orderId });
}

type Moved = Readonly<{
  reason: 'sale' | 'roll_back';
  movements: readonly MovementFacts[];
  version: number;
}>;

function movementStatements(ctx: Context, change: OrderChange, moved: Moved): readonly Statement[] {
  return moved.movements.map((movement) =>
    insertMovement(ctx.db, {
      id: ctx.newId(),
      ...movement,
      orderId: change.after.id,
      orderNumber: change.after.number,
      orderVersion: moved.version,
      reason: moved.reason,
      actorKind: change.actor.kind,
      actorName: change.actor.name,
      at: change.at,
    }),
  );
}

function shipmentStatements(
  { db }: Context,
  orderId: number,
  shipment: Shipment,
): readonly Statement[] {
  const { lines, parcels: packed, ...row } = shipment;
  return [
    insertShipment(db, { ...row, orderId }),
    ...lines.map((line) => insertShipmentLine(db, { ...line, shipmentId: shipment.id })),
    ...packed.map((parcel, position) =>
      insertParcel(db, { ...parcel, shipmentId: shipment.id, position }),
    ),
  ];
}

function waitingStatements({ db }: Context, { before, after }: OrderChange): readonly Statement[] {
  const had = new Map(before.lines.map((line) => [line.id, line.codesWaiting]));
  return after.lines
    .filter((line) => line.codesWaiting !== had.get(line.id))
    .map(({ id, codesWaiting }) =>
      db.update(orderLines).set({ codesWaiting }).where(eq(orderLines.id, id)),
    );
}

function flagStatements({ db }: Context, { before, after }: OrderChange): readonly Statement[] {
  const { flags } = standingOf(after);
  const had = standingOf(before).flags;
  if (flags.join() === had.join()) return [];
  const rows = flags.map((flag) => ({ orderId: after.id, flag, placedAt: after.placedAt }));
  const cleared = db.delete(orderFlagRows).where(eq(orderFlagRows.orderId, after.id));
  return rows.length > 0 ? [cleared, db.insert(orderFlagRows).values(rows)] : [cleared];
}

function requestStatements({ db }: Context, { before, after }: OrderChange): readonly Statement[] {
  return after.requests
    .filter((request) => !before.requests.includes(request))
    .map((request) => upsertRequest(db, { ...request, orderId: after.id }));
}

function tagStatements({ db }: Context, { after }: OrderChange): readonly Statement[] {
  const cleared = db.delete(orderTags).where(eq(orderTags.orderId, after.id));
  const rows = after.tags.map((tag) => ({ orderId: after.id, tag, placedAt: after.placedAt }));
  return rows.length > 0 ? [cleared, db.insert(orderTags).values(rows)] : [cleared];
}

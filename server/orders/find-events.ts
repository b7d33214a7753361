import { and, eq, isNull, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '#db/client';
import { events, orders } from '#db/schema/orders';
import type { Grant } from '#domain/order';
import type { GrantFacts, OrderEvent } from '#domain/order-event';
import { actorKinds } from '#domain/vocabulary';
import { notFound } from '#server/errors';
import { type KeysetQuery, keysetPage, type Page, readCursor, toPage } from '#server/keyset';
import { recordedEvent } from './recorded-event';
import { iso, viewPayment, viewShipment } from './view-order';

export const EventView = z.object({
  version: z.int(),
  type: z.string(),
  actor: z.object({ kind: z.enum(actorKinds), name: z.string() }),
  at: z.string().describe('ISO 8601, UTC'),
  data: z.record(z.string(), z.unknown()),
});
export type EventView = z.infer<typeof EventView>;

type EventFilter = Readonly<{ number: string; cursor?: string | undefined; limit: number }>;

/** One page of an order's history, oldest first. Throws `not_found`, also for a deleted order. */
export async function findEvents(db: Db, filter: EventFilter): Promise<Page<EventView>> {
  const query: KeysetQuery = {
    sort: 'version',
    by: [sql`events.version`, sql`events.version`],
    descending: false,
    cursor: readCursor(filter.cursor, 'version'),
    limit: filter.limit,
  };
  const page = keysetPage(query);
  const [[order], rows] = await db.batch([
    db
      .select({ id: orders.id })
      .from(orders)
      .where(and(eq(orders.number, filter.number), isNull(orders.deletedAt))),
    db
      .select({
        version: events.version,
        type: events.type,
        actorKind: events.actorKind,
        actorName: events.actorName,
        at: events.at,
        data: events.data,
      })
      .from(events)
      .where(
        and(
          sql`events.order_id = (SELECT id FROM orders WHERE number = ${filter.number})`,
          page.where,
        ),
      )
      .orderBy(...page.orderBy)
      .limit(page.limit),
  ]);
  if (!order) throw notFound('The order');
  const { data, ...cursors } = toPage(rows, query, ({ version }) => [version, version]);
  return { ...cursors, data: data.map(viewEvent) };
}

type EventRow = Readonly<
  Pick<typeof events.$inferSelect, 'version' | 'type' | 'actorKind' | 'actorName' | 'at' | 'data'>
>;

/** An entry of the history as it is shown. */
function viewEvent({ actorKind, actorName, at, data, ...event }: EventRow): EventView {
  return {
    ...event,
    at: iso(at),
    actor: { kind: actorKind, name: actorName },
    data: viewData(recordedEvent(event.type, data)),
  };
}

/** What an event brought; a payment, a shipment and a grant look as they do in the order. */
function viewData({ type, ...data }: OrderEvent): EventView['data'] {
  if ('grants' in data) {
    return {
      ...data,
      payment: viewPayment(data.payment),
      grants: data.grants.map(viewGrant),
    };
  }
  if ('payment' in data) return { ...data, payment: viewPayment(data.payment) };
  if ('shipment' in data) return { ...data, shipment: viewShipment(data.shipment) };
  if ('grant' in data) return { ...data, grant: viewGrant(data.grant) };
  return data;
}

/** A grant with its moments as the API writes them; one of an older event has no end yet. */
function viewGrant(grant: GrantFacts & Partial<Grant>) {
  const moments = ['issuedAt', 'expiresAt', 'revokedAt'] as const;
  const told = moments.flatMap((name) => {
    const at = grant[name];
    return at === undefined ? [] : [[name, at === null ? null : iso(at)] as const];
  });
  return { ...grant, ...Object.fromEntries(told) };
}

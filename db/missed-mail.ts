import { sql } from 'drizzle-orm';
import { isCameBack } from './schema/messages';

/**
 * True for the messages that came back, say what is still true of their order, and have not been
 * mended: what `missedMail` finds of one order, for lists and counts of all. A link to sign in is
 * never true for long; that it came back tells of an address that is wrong.
 */
export const isMissed = sql`${isCameBack} AND messages.status <> 'withdrawn' AND (messages.customer_id IS NOT NULL OR EXISTS (
  SELECT 1 FROM orders WHERE orders.id = messages.order_id AND deleted_at IS NULL AND CASE template
    WHEN 'order_received' THEN cancelled_at IS NULL
    WHEN 'cancelled' THEN cancelled_at IS NOT NULL
    WHEN 'request_answered' THEN cancelled_at IS NULL AND (NOT coalesce(json_extract(messages.data, '$.hasLeft'), 0)
      OR EXISTS (SELECT 1 FROM shipments WHERE order_id = orders.id AND voided_at IS NULL))
    WHEN 'shipped' THEN EXISTS (SELECT 1 FROM shipments WHERE order_id = orders.id AND voided_at IS NULL
      AND shipments.id = coalesce(json_extract(messages.data, '$.shipmentId'), shipments.id))
    WHEN 'late' THEN delivered_at IS NULL AND expected_on = coalesce(json_extract(messages.data, '$.newOn'), json_extract(messages.data, '$.promisedOn'))
      AND CASE WHEN json_extract(messages.data, '$.newOn') IS NULL
        THEN EXISTS (SELECT 1 FROM order_flags WHERE order_id = orders.id AND flag = 'late')
        ELSE paid_version IS NOT NULL AND payment_status <> 'refunded'
          AND NOT EXISTS (SELECT 1 FROM order_flags WHERE order_id = orders.id AND flag = 'charged_back') END
    ELSE paid_version IS NOT NULL END))`;

// Counting stops where the number is of no use.
const countMax = 100;

/** How many there are; anything above 99 is told as 100. */
export const missedCount = sql<number>`(SELECT count(*) FROM (SELECT 1 FROM messages WHERE ${isMissed} LIMIT ${countMax}))`;

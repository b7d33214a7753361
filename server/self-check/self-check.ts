import { sql } from 'drizzle-orm';
import type { Db } from '#db/client';

/** One difference between what is stored and what the facts say. */
export type Difference = Readonly<{
  what: string;
  which: string;
  stored: string;
  computed: string;
}>;

type Check = Readonly<{ what: string; query: string }>;

const unitsLeft = `quantity - (SELECT coalesce(sum(shipment_lines.quantity), 0) FROM shipment_lines
  JOIN shipments ON shipments.id = shipment_lines.shipment_id AND voided_at IS NULL WHERE line_id = order_lines.id)`;

const owesGoods = `(paid_version IS NOT NULL AND cancelled_at IS NULL AND deleted_at IS NULL AND payment_status <> 'refunded'
  AND NOT EXISTS (SELECT 1 FROM payments WHERE order_id = orders.id AND payments.status = 'charged_back')
  AND EXISTS (SELECT 1 FROM order_lines WHERE order_id = orders.id AND kind = 'physical' AND ${unitsLeft} > 0))`;

/**
 * Everything that is derived and stored, each computed once more from the rows that it is derived
 * from: a query gives a row (which, stored, computed) for every difference.
 */
const checks: readonly Check[] = [
  {
    what: 'stock of a product is the sum of its movements',
    query: `SELECT sku AS which, stock AS stored, coalesce((SELECT sum(stock_delta) FROM movements WHERE product_id = products.id), 0) AS computed
      FROM products WHERE stored <> computed`,
  },
  {
    what: 'sales of a product are the sum of its movements',
    query: `SELECT sku AS which, sold AS stored, coalesce((SELECT sum(sold_delta) FROM movements WHERE product_id = products.id), 0) AS computed
      FROM products WHERE stored <> computed`,
  },
  {
    what: 'the pool of a product is its available codes',
    query: `SELECT sku AS which, codes_available AS stored, (SELECT count(*) FROM codes WHERE product_id = products.id AND status = 'available') AS computed
      FROM products WHERE stored <> computed`,
  },
  {
    what: 'orders per status',
    query: `SELECT status AS which, orders AS stored, (SELECT count(*) FROM orders AS o WHERE CASE WHEN o.deleted_at IS NULL THEN o.status ELSE 'deleted' END = order_counts.status) AS computed
      FROM order_counts WHERE stored <> computed
      UNION ALL SELECT status, 0, count(*) FROM orders WHERE deleted_at IS NULL AND status NOT IN (SELECT status FROM order_counts) GROUP BY status`,
  },
  {
    what: 'version of an order is that of its newest event',
    query: `SELECT number AS which, version AS stored, coalesce((SELECT max(version) FROM events WHERE order_id = orders.id), 0) AS computed
      FROM orders WHERE stored <> computed`,
  },
  {
    what: 'the history of an order has no gap',
    query: `SELECT number AS which, version AS stored, (SELECT count(*) FROM events WHERE order_id = orders.id) AS computed
      FROM orders WHERE stored <> computed`,
  },
  {
    what: 'items of an order are the sum of its lines',
    query: `SELECT number AS which, items_minor AS stored, coalesce((SELECT sum(quantity * unit_price_minor) FROM order_lines WHERE order_id = orders.id), 0) AS computed
      FROM orders WHERE stored <> computed`,
  },
  {
    what: 'discount of an order is its own and that of its lines',
    query: `SELECT number AS which, discount_minor AS stored, order_discount_minor + coalesce((SELECT sum(discount_minor) FROM order_lines WHERE order_id = orders.id), 0) AS computed
      FROM orders WHERE stored <> computed`,
  },
  {
    what: 'tax of an order is that of shipping and lines',
    query: `SELECT number AS which, tax_minor AS stored, shipping_tax_minor + coalesce((SELECT sum(tax_minor) FROM order_lines WHERE order_id = orders.id), 0) AS computed
      FROM orders WHERE stored <> computed`,
  },
  {
    what: 'grand total of an order',
    query: `SELECT number AS which, grand_minor AS stored, items_minor - discount_minor + shipping_minor + tax_minor AS computed
      FROM orders WHERE stored <> computed`,
  },
  {
    what: 'what was paid for an order is the sum of its standing payments',
    query: `SELECT number AS which, paid_minor AS stored, coalesce((SELECT sum(amount_minor) FROM payments WHERE order_id = orders.id AND status IN ('received', 'refunded', 'charged_back')), 0) AS computed
      FROM orders WHERE stored <> computed`,
  },
  {
    what: 'what was refunded of an order is the sum over its standing payments',
    query: `SELECT number AS which, refunded_minor AS stored, coalesce((SELECT sum(CASE status WHEN 'charged_back' THEN amount_minor ELSE refunded_minor END) FROM payments WHERE order_id = orders.id AND status IN ('received', 'refunded', 'charged_back')), 0) AS computed
      FROM orders WHERE stored <> computed`,
  },
  {
    what: 'units sold by a paid order are those of its lines, by an unpaid one none',
    query: `SELECT number AS which, coalesce((SELECT sum(sold_delta) FROM movements WHERE order_id = orders.id), 0) AS stored,
        CASE WHEN paid_version IS NULL THEN 0 ELSE coalesce((SELECT sum(quantity) FROM order_lines WHERE order_id = orders.id AND product_id IS NOT NULL), 0) END AS computed
      FROM orders WHERE stored <> computed`,
  },
  {
    what: 'codes of a paid line: handed out and waiting make its quantity',
    query: `SELECT orders.number || ' ' || order_lines.sku AS which, (SELECT count(*) FROM codes WHERE codes.order_id = orders.id AND line_id = order_lines.id AND status = 'handed_out') + codes_waiting AS stored,
        CASE WHEN orders.paid_version IS NULL THEN 0 ELSE order_lines.quantity END AS computed
      FROM order_lines JOIN orders ON orders.id = order_lines.order_id
      WHERE order_lines.kind = 'codes' AND order_lines.product_id IS NOT NULL AND stored <> computed`,
  },
  {
    what: 'what a customer asks is flagged until it is answered',
    query: `SELECT number || ' ' || kind AS which,
        (SELECT count(*) FROM order_flags WHERE order_id = orders.id AND flag = CASE kind WHEN 'cancel' THEN 'cancel_requested' ELSE kind END) AS stored,
        (SELECT count(*) FROM order_requests WHERE order_id = orders.id AND order_requests.kind = kinds.kind AND answered_at IS NULL) AS computed
      FROM orders JOIN (SELECT 'cancel' AS kind UNION ALL SELECT 'not_received') AS kinds WHERE stored <> computed`,
  },
  {
    what: 'an applied callback of a payment has its payment',
    query: `SELECT callbacks.id AS which, 0 AS stored, 1 AS computed FROM callbacks
      WHERE verdict = 'applied' AND json_extract(claim, '$.status') = 'approved' AND transaction_id IS NOT NULL
        AND EXISTS (SELECT 1 FROM orders WHERE orders.number = callbacks.order_number)
        AND NOT EXISTS (SELECT 1 FROM payments WHERE payments.account = callbacks.account AND payments.transaction_id = callbacks.transaction_id)`,
  },
  {
    what: 'the day on which an order may slip is its expected one, as long as goods are waited for',
    query: `SELECT number AS which, slips_on AS stored, CASE WHEN ${owesGoods} AND slipped_on IS NOT expected_on THEN expected_on END AS computed
      FROM orders WHERE stored IS NOT computed`,
  },
  {
    what: 'an order is late whose expected day has slipped, as long as goods are waited for',
    query: `SELECT number AS which, EXISTS (SELECT 1 FROM order_flags WHERE order_id = orders.id AND flag = 'late') AS stored,
        ${owesGoods} AND slipped_on IS NOT NULL AND slipped_on IS expected_on AS computed
      FROM orders WHERE stored <> computed`,
  },
  {
    what: 'every order is in the search index',
    query: `SELECT orders.number AS which, 0 AS stored, 1 AS computed FROM orders JOIN order_documents ON order_documents.order_id = orders.id
      WHERE NOT EXISTS (SELECT 1 FROM order_search WHERE order_search.rowid = order_documents.search_id)`,
  },
  {
    what: 'the search index holds nothing but orders',
    query: `SELECT 'rows' AS which, (SELECT count(*) FROM order_search) AS stored, (SELECT count(*) FROM orders) AS computed WHERE stored <> computed`,
  },
  {
    what: 'every customer is in the search index',
    query: `SELECT customers.email AS which, 0 AS stored, 1 AS computed FROM customers JOIN customer_documents ON customer_documents.customer_id = customers.id
      WHERE NOT EXISTS (SELECT 1 FROM customer_search WHERE customer_search.rowid = customer_documents.search_id)`,
  },
  {
    what: 'the search index holds no customer but those who stand',
    query: `SELECT 'rows' AS which, (SELECT count(*) FROM customer_search) AS stored, (SELECT count(*) FROM customers WHERE merged_into IS NULL) AS computed WHERE stored <> computed`,
  },
  {
    what: 'every row points at a row that is there',
    query: `SELECT "table" AS which, rowid AS stored, parent AS computed FROM pragma_foreign_key_check`,
  },
];

/** Recomputes everything that is derived; an empty list means that all is well. Reads only. */
export async function selfCheck(db: Db): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (const { what, query } of checks) {
    const rows = await db.all<Omit<Difference, 'what'>>(sql.raw(query));
    found.push(...rows.map((row) => ({ what, ...row })));
  }
  return found;
}

/** How many things `selfCheck` looks at. */
export const checksCount = checks.length;

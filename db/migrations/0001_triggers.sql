-- Stock and sales follow the ledger; nothing else writes them.
CREATE TRIGGER movements_insert_totals AFTER INSERT ON movements BEGIN
  UPDATE products SET stock = stock + new.stock_delta, sold = sold + new.sold_delta WHERE id = new.product_id;
END;
--> statement-breakpoint
CREATE TRIGGER movements_update_refused BEFORE UPDATE ON movements BEGIN
  SELECT RAISE(ABORT, 'movements are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER movements_delete_refused BEFORE DELETE ON movements BEGIN
  SELECT RAISE(ABORT, 'movements are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER events_update_refused BEFORE UPDATE ON events BEGIN
  SELECT RAISE(ABORT, 'events are never changed');
END;
--> statement-breakpoint
-- The pool of a product.
CREATE TRIGGER codes_insert_pool AFTER INSERT ON codes WHEN new.status = 'available' BEGIN
  UPDATE products SET codes_available = codes_available + 1 WHERE id = new.product_id;
END;
--> statement-breakpoint
CREATE TRIGGER codes_update_pool AFTER UPDATE OF status ON codes WHEN new.status <> old.status BEGIN
  UPDATE products SET codes_available = codes_available + (new.status = 'available') - (old.status = 'available')
  WHERE id = new.product_id;
END;
--> statement-breakpoint
CREATE TRIGGER codes_delete_pool AFTER DELETE ON codes WHEN old.status = 'available' BEGIN
  UPDATE products SET codes_available = codes_available - 1 WHERE id = old.product_id;
END;
--> statement-breakpoint
-- Orders per status, the bin included.
CREATE TRIGGER orders_insert_counts AFTER INSERT ON orders BEGIN
  INSERT INTO order_counts (status, orders) VALUES (CASE WHEN new.deleted_at IS NULL THEN new.status ELSE 'deleted' END, 1)
  ON CONFLICT (status) DO UPDATE SET orders = orders + 1;
END;
--> statement-breakpoint
CREATE TRIGGER orders_update_counts AFTER UPDATE OF status, deleted_at ON orders
WHEN new.status <> old.status OR (new.deleted_at IS NULL) <> (old.deleted_at IS NULL) BEGIN
  UPDATE order_counts SET orders = orders - 1
  WHERE status = CASE WHEN old.deleted_at IS NULL THEN old.status ELSE 'deleted' END;
  INSERT INTO order_counts (status, orders) VALUES (CASE WHEN new.deleted_at IS NULL THEN new.status ELSE 'deleted' END, 1)
  ON CONFLICT (status) DO UPDATE SET orders = orders + 1;
END;
--> statement-breakpoint
CREATE TRIGGER orders_delete_counts AFTER DELETE ON orders BEGIN
  UPDATE order_counts SET orders = orders - 1
  WHERE status = CASE WHEN old.deleted_at IS NULL THEN old.status ELSE 'deleted' END;
END;
--> statement-breakpoint
-- A batch states what it took for granted by inserting here; where it no longer holds the whole batch fails.
CREATE VIEW expectations AS SELECT NULL AS found, NULL AS expected WHERE 0;
--> statement-breakpoint
CREATE TRIGGER expectations_insert INSTEAD OF INSERT ON expectations WHEN new.found IS NOT new.expected BEGIN
  SELECT RAISE(ABORT, 'expectation failed');
END;
--> statement-breakpoint
-- Finds any three letters in a row. The row id rises with the time of placing, so that the newest
-- orders are found first without sorting: placed_at * 2^20 + the low bits of the id.
CREATE VIRTUAL TABLE order_search USING fts5(document, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1');
--> statement-breakpoint
CREATE VIEW order_documents AS
SELECT orders.id AS order_id,
  orders.placed_at * 1048576 + orders.id % 1048576 AS search_id,
  orders.number || char(10) || orders.customer_email || char(10) || orders.customer_name || char(10)
  || coalesce(orders.customer_phone || char(10), '')
  || coalesce((SELECT group_concat(sku || char(10) || name, char(10)) FROM order_lines WHERE order_id = orders.id), '') || char(10)
  || coalesce((SELECT group_concat(transaction_id, char(10)) FROM payments WHERE order_id = orders.id), '') || char(10)
  || coalesce((SELECT group_concat(parcels.tracking_number, char(10)) FROM shipments JOIN parcels ON parcels.shipment_id = shipments.id WHERE shipments.order_id = orders.id), '')
  AS document
FROM orders;
--> statement-breakpoint
CREATE TRIGGER events_insert_search AFTER INSERT ON events
WHEN new.type IN ('placed', 'paid', 'payment_recorded', 'shipped', 'tracking_corrected', 'contact_corrected') BEGIN
  DELETE FROM order_search WHERE rowid = (SELECT search_id FROM order_documents WHERE order_id = new.order_id);
  INSERT INTO order_search (rowid, document) SELECT search_id, document FROM order_documents WHERE order_id = new.order_id;
END;
--> statement-breakpoint
CREATE TRIGGER orders_delete_search BEFORE DELETE ON orders BEGIN
  DELETE FROM order_search WHERE rowid = old.placed_at * 1048576 + old.id % 1048576;
END;

CREATE TABLE `customer_addresses` (
	`customer_id` text NOT NULL,
	`address` text NOT NULL,
	`used_at` integer NOT NULL,
	PRIMARY KEY(`customer_id`, `address`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `customer_addresses_used_at_idx` ON `customer_addresses` (`customer_id`,`used_at`);--> statement-breakpoint
CREATE TABLE `customer_events` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`type` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`at` integer NOT NULL,
	`data` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `customer_events_customer_id_idx` ON `customer_events` (`customer_id`,`at`,`id`);--> statement-breakpoint
ALTER TABLE `customers` ADD `note` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `seq` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `merged_into` text REFERENCES customers(id);--> statement-breakpoint
ALTER TABLE `customers` ADD `erased_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `customers_seq_uq` ON `customers` (`seq`);--> statement-breakpoint
CREATE INDEX `customers_phone_idx` ON `customers` (`phone`);--> statement-breakpoint
CREATE INDEX `customers_merged_into_idx` ON `customers` (`merged_into`);--> statement-breakpoint
CREATE INDEX `code_looks_order_id_idx` ON `code_looks` (`order_id`);
--> statement-breakpoint
UPDATE customers SET seq = counted.seq
FROM (SELECT id, row_number() OVER (ORDER BY created_at, id) AS seq FROM customers) AS counted
WHERE counted.id = customers.id;
--> statement-breakpoint
INSERT INTO customer_addresses (customer_id, address, used_at)
SELECT customer_id, address, max(placed_at) FROM (
  SELECT customer_id, shipping_address AS address, placed_at FROM orders WHERE shipping_address IS NOT NULL
  UNION ALL SELECT customer_id, billing_address, placed_at FROM orders WHERE billing_address IS NOT NULL
) GROUP BY customer_id, address;
--> statement-breakpoint
-- Finds any three letters in a row, the newest customers first. Letters are folded as in order_documents.
CREATE VIRTUAL TABLE customer_search USING fts5(document, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1');
--> statement-breakpoint
CREATE VIEW customer_documents AS
SELECT customers.id AS customer_id, customers.seq AS search_id,
  replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
  customers.email || char(10) || customers.name || char(10)
  || coalesce(customers.phone || char(10), '') || coalesce(customers.note || char(10), '')
  || coalesce((SELECT group_concat(part.value, char(10)) FROM customer_addresses JOIN json_each(customer_addresses.address) AS part WHERE customer_addresses.customer_id = customers.id), '')
  , 'ł', 'l'), 'Ł', 'l'), 'đ', 'd'), 'Đ', 'd'), 'ð', 'd')
  , 'Ð', 'd'), 'ø', 'o'), 'Ø', 'o'), 'ı', 'i'), 'ħ', 'h')
  , 'Ħ', 'h'), 'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'Æ', 'ae')
  , 'œ', 'oe'), 'Œ', 'oe'), 'þ', 'th'), 'Þ', 'th')
  AS document
FROM customers WHERE customers.merged_into IS NULL;
--> statement-breakpoint
INSERT INTO customer_search (rowid, document) SELECT search_id, document FROM customer_documents;
--> statement-breakpoint
CREATE TRIGGER customers_insert_search AFTER INSERT ON customers BEGIN
  UPDATE customers SET seq = (SELECT coalesce(max(seq), 0) + 1 FROM customers) WHERE id = new.id;
  INSERT INTO customer_search (rowid, document) SELECT search_id, document FROM customer_documents WHERE customer_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER customers_update_search AFTER UPDATE OF email, name, phone, note, merged_into ON customers BEGIN
  DELETE FROM customer_search WHERE rowid = new.seq;
  INSERT INTO customer_search (rowid, document) SELECT search_id, document FROM customer_documents WHERE customer_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER customer_addresses_insert_search AFTER INSERT ON customer_addresses BEGIN
  DELETE FROM customer_search WHERE rowid = (SELECT seq FROM customers WHERE id = new.customer_id);
  INSERT INTO customer_search (rowid, document) SELECT search_id, document FROM customer_documents WHERE customer_id = new.customer_id;
END;
--> statement-breakpoint
CREATE TRIGGER customer_addresses_delete_search AFTER DELETE ON customer_addresses BEGIN
  DELETE FROM customer_search WHERE rowid = (SELECT seq FROM customers WHERE id = old.customer_id);
  INSERT INTO customer_search (rowid, document) SELECT search_id, document FROM customer_documents WHERE customer_id = old.customer_id;
END;
--> statement-breakpoint
CREATE TRIGGER customer_events_update_refused BEFORE UPDATE ON customer_events BEGIN
  SELECT RAISE(ABORT, 'customer events are never changed');
END;
--> statement-breakpoint
-- A history is never changed, but that the personal data goes out of one whose order had it erased.
DROP TRIGGER events_update_refused;
--> statement-breakpoint
CREATE TRIGGER events_update_refused BEFORE UPDATE ON events
WHEN NOT EXISTS (SELECT 1 FROM events AS erasing WHERE erasing.order_id = old.order_id AND erasing.type = 'personal_data_erased')
  OR new.order_id <> old.order_id OR new.version <> old.version OR new.type <> old.type
  OR new.actor_kind <> old.actor_kind OR new.actor_id <> old.actor_id OR new.at <> old.at
BEGIN
  SELECT RAISE(ABORT, 'events are never changed');
END;
--> statement-breakpoint
DROP TRIGGER events_insert_search;
--> statement-breakpoint
CREATE TRIGGER events_insert_search AFTER INSERT ON events
WHEN new.type IN ('placed', 'paid', 'payment_recorded', 'shipped', 'tracking_corrected', 'contact_corrected', 'personal_data_erased') BEGIN
  DELETE FROM order_search WHERE rowid = (SELECT search_id FROM order_documents WHERE order_id = new.order_id);
  INSERT INTO order_search (rowid, document) SELECT search_id, document FROM order_documents WHERE order_id = new.order_id;
END;
--> statement-breakpoint
-- An order that was being placed while its customer was merged or erased.
CREATE TRIGGER orders_insert_customer AFTER INSERT ON orders BEGIN
  SELECT RAISE(ABORT, 'expectation failed') FROM customers WHERE id = new.customer_id AND erased_at IS NOT NULL;
  UPDATE orders SET customer_id = (SELECT merged_into FROM customers WHERE id = new.customer_id)
  WHERE id = new.id AND EXISTS (SELECT 1 FROM customers WHERE id = new.customer_id AND merged_into IS NOT NULL);
END;

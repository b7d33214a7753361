-- Letters that have no decomposition, and so keep their strokes in the tokenizer, are folded here;
-- search-expression.ts folds what is looked for in the same way.
DROP VIEW order_documents;
--> statement-breakpoint
CREATE VIEW order_documents AS
SELECT orders.id AS order_id,
  orders.placed_at * 1048576 + orders.id % 1048576 AS search_id,
  replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
  orders.number || char(10) || orders.customer_email || char(10) || orders.customer_name || char(10)
  || coalesce(orders.customer_phone || char(10), '')
  || coalesce((SELECT group_concat(sku || char(10) || name, char(10)) FROM order_lines WHERE order_id = orders.id), '') || char(10)
  || coalesce((SELECT group_concat(transaction_id, char(10)) FROM payments WHERE order_id = orders.id), '') || char(10)
  || coalesce((SELECT group_concat(parcels.tracking_number, char(10)) FROM shipments JOIN parcels ON parcels.shipment_id = shipments.id WHERE shipments.order_id = orders.id), '')
  , 'ł', 'l'), 'Ł', 'l'), 'đ', 'd'), 'Đ', 'd'), 'ð', 'd')
  , 'Ð', 'd'), 'ø', 'o'), 'Ø', 'o'), 'ı', 'i'), 'ħ', 'h')
  , 'Ħ', 'h'), 'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'Æ', 'ae')
  , 'œ', 'oe'), 'Œ', 'oe'), 'þ', 'th'), 'Þ', 'th')
  AS document
FROM orders;
--> statement-breakpoint
INSERT INTO order_search (order_search) VALUES ('delete-all');
--> statement-breakpoint
INSERT INTO order_search (rowid, document) SELECT search_id, document FROM order_documents;

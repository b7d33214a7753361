-- Whoever was merged into a customer is found there, by the e-mail address, the name and the phone of before.
DROP VIEW customer_documents;
--> statement-breakpoint
CREATE VIEW customer_documents AS
SELECT customers.id AS customer_id, customers.seq AS search_id,
  replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
  customers.email || char(10) || customers.name || char(10)
  || coalesce(customers.phone || char(10), '') || coalesce(customers.note || char(10), '')
  || coalesce((SELECT group_concat(former.email || char(10) || former.name || coalesce(char(10) || former.phone, ''), char(10)) || char(10) FROM customers AS former WHERE former.merged_into = customers.id), '')
  || coalesce((SELECT group_concat(part.value, char(10)) FROM customer_addresses JOIN json_each(customer_addresses.address) AS part WHERE customer_addresses.customer_id = customers.id), '')
  , 'ł', 'l'), 'Ł', 'l'), 'đ', 'd'), 'Đ', 'd'), 'ð', 'd')
  , 'Ð', 'd'), 'ø', 'o'), 'Ø', 'o'), 'ı', 'i'), 'ħ', 'h')
  , 'Ħ', 'h'), 'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'Æ', 'ae')
  , 'œ', 'oe'), 'Œ', 'oe'), 'þ', 'th'), 'Þ', 'th')
  AS document
FROM customers WHERE customers.merged_into IS NULL;
--> statement-breakpoint
CREATE TRIGGER customers_merged_search AFTER UPDATE OF email, name, merged_into ON customers WHEN new.merged_into IS NOT NULL BEGIN
  DELETE FROM customer_search WHERE rowid = (SELECT seq FROM customers WHERE id = new.merged_into);
  INSERT INTO customer_search (rowid, document) SELECT search_id, document FROM customer_documents WHERE customer_id = new.merged_into;
END;
--> statement-breakpoint
UPDATE customers SET merged_into = merged_into WHERE merged_into IS NOT NULL;

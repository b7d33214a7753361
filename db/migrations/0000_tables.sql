CREATE TABLE `code_looks` (
	`id` text PRIMARY KEY NOT NULL,
	`code_id` integer NOT NULL,
	`order_id` integer,
	`actor_kind` text NOT NULL,
	`actor_name` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `code_looks_code_id_idx` ON `code_looks` (`code_id`,`at`);--> statement-breakpoint
CREATE TABLE `codes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`product_id` text NOT NULL,
	`sealed` text NOT NULL,
	`fingerprint` text NOT NULL,
	`status` text DEFAULT 'available' NOT NULL,
	`order_id` integer,
	`line_id` text,
	`imported_at` integer NOT NULL,
	`handed_out_at` integer,
	`seen_at` integer,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "codes_owner_check" CHECK(("codes"."status" = 'handed_out') = ("codes"."line_id" IS NOT NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `codes_product_id_fingerprint_uq` ON `codes` (`product_id`,`fingerprint`);--> statement-breakpoint
CREATE INDEX `codes_pool_idx` ON `codes` (`product_id`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `codes_order_id_idx` ON `codes` (`order_id`);--> statement-breakpoint
CREATE TABLE `movements` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`order_id` integer,
	`order_number` text,
	`order_version` integer,
	`reason` text NOT NULL,
	`note` text,
	`stock_delta` integer NOT NULL,
	`sold_delta` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_name` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `movements_product_id_idx` ON `movements` (`product_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `movements_order_id_idx` ON `movements` (`order_id`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`sku` text NOT NULL,
	`name` text NOT NULL,
	`price_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`kind` text NOT NULL,
	`track_stock` integer NOT NULL,
	`stock` integer DEFAULT 0 NOT NULL,
	`sold` integer DEFAULT 0 NOT NULL,
	`codes_available` integer DEFAULT 0 NOT NULL,
	`tax_class` text,
	`weight_grams` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "products_price_check" CHECK("products"."price_minor" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_sku_uq` ON `products` (`sku`);--> statement-breakpoint
CREATE INDEX `products_name_sku_idx` ON `products` ("name" COLLATE NOCASE,`sku`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` integer NOT NULL,
	`template` text NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`data` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`next_attempt_at` integer NOT NULL,
	`lease_id` text,
	`lease_until` integer,
	`provider_id` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `messages_due_idx` ON `messages` (`next_attempt_at`) WHERE status IN ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX `messages_order_id_idx` ON `messages` (`order_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `messages_created_at_idx` ON `messages` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `messages_status_idx` ON `messages` (`status`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`locale` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_email_uq` ON `customers` (`email`);--> statement-breakpoint
CREATE INDEX `customers_name_idx` ON `customers` ("name" COLLATE NOCASE);--> statement-breakpoint
CREATE TABLE `events` (
	`order_id` integer NOT NULL,
	`version` integer NOT NULL,
	`type` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`at` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`order_id`, `version`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` integer NOT NULL,
	`line_id` text NOT NULL,
	`product_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grants_order_id_idx` ON `grants` (`order_id`);--> statement-breakpoint
CREATE TABLE `order_counts` (
	`status` text PRIMARY KEY NOT NULL,
	`orders` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `order_flags` (
	`order_id` integer NOT NULL,
	`flag` text NOT NULL,
	`placed_at` integer NOT NULL,
	PRIMARY KEY(`order_id`, `flag`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_flags_flag_idx` ON `order_flags` (`flag`,`placed_at`,`order_id`);--> statement-breakpoint
CREATE TABLE `order_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` integer NOT NULL,
	`position` integer NOT NULL,
	`product_id` text,
	`sku` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`quantity` integer NOT NULL,
	`unit_price_minor` integer NOT NULL,
	`discount_minor` integer NOT NULL,
	`tax_minor` integer NOT NULL,
	`codes_waiting` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "order_lines_quantity_check" CHECK(quantity > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_lines_order_id_position_uq` ON `order_lines` (`order_id`,`position`);--> statement-breakpoint
CREATE INDEX `order_lines_waiting_idx` ON `order_lines` (`product_id`,`order_id`) WHERE codes_waiting > 0;--> statement-breakpoint
CREATE TABLE `order_tags` (
	`order_id` integer NOT NULL,
	`tag` text NOT NULL,
	`placed_at` integer NOT NULL,
	PRIMARY KEY(`order_id`, `tag`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_tags_tag_idx` ON `order_tags` (`tag`,`placed_at`,`order_id`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`version` integer NOT NULL,
	`token` text NOT NULL,
	`status` text NOT NULL,
	`payment_status` text NOT NULL,
	`fulfilment_status` text NOT NULL,
	`currency` text NOT NULL,
	`items_minor` integer NOT NULL,
	`discount_minor` integer NOT NULL,
	`shipping_minor` integer NOT NULL,
	`tax_minor` integer NOT NULL,
	`grand_minor` integer NOT NULL,
	`paid_minor` integer NOT NULL,
	`refunded_minor` integer NOT NULL,
	`order_discount_minor` integer NOT NULL,
	`shipping_method` text,
	`shipping_tax_minor` integer NOT NULL,
	`payment_method` text,
	`customer_id` text NOT NULL,
	`customer_email` text NOT NULL,
	`customer_name` text NOT NULL,
	`customer_phone` text,
	`customer_locale` text,
	`billing_address` text,
	`shipping_address` text,
	`note` text,
	`placed_at` integer NOT NULL,
	`paid_version` integer,
	`paid_at` integer,
	`delivered_at` integer,
	`held_at` integer,
	`cancelled_at` integer,
	`cancel_reason` text,
	`deleted_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "orders_totals_check" CHECK(items_minor - discount_minor + shipping_minor + tax_minor = grand_minor)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_number_uq` ON `orders` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `orders_token_uq` ON `orders` (`token`);--> statement-breakpoint
CREATE INDEX `orders_placed_at_idx` ON `orders` (`placed_at`,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `orders_grand_minor_idx` ON `orders` (`grand_minor`,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `orders_status_idx` ON `orders` (`status`,`placed_at`,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `orders_payment_status_idx` ON `orders` (`payment_status`,`placed_at`,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `orders_fulfilment_status_idx` ON `orders` (`fulfilment_status`,`placed_at`,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `orders_deleted_at_idx` ON `orders` (`placed_at`,`id`) WHERE deleted_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `orders_customer_id_idx` ON `orders` (`customer_id`,`placed_at`);--> statement-breakpoint
CREATE TABLE `parcels` (
	`id` text PRIMARY KEY NOT NULL,
	`shipment_id` text NOT NULL,
	`position` integer NOT NULL,
	`carrier` text NOT NULL,
	`tracking_number` text,
	`tracking_url` text,
	FOREIGN KEY (`shipment_id`) REFERENCES `shipments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `parcels_shipment_id_position_uq` ON `parcels` (`shipment_id`,`position`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` integer NOT NULL,
	`account` text,
	`method` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`refunded_minor` integer DEFAULT 0 NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`transaction_id` text,
	`authorization_code` text,
	`card_brand` text,
	`card_last4` text,
	`note` text,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payments_order_id_idx` ON `payments` (`order_id`,`received_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `payments_account_transaction_id_uq` ON `payments` (`account`,`transaction_id`) WHERE status = 'received' AND account IS NOT NULL AND transaction_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `payments_transaction_id_idx` ON `payments` (`transaction_id`);--> statement-breakpoint
CREATE TABLE `shipment_lines` (
	`shipment_id` text NOT NULL,
	`line_id` text NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`shipment_id`, `line_id`),
	FOREIGN KEY (`shipment_id`) REFERENCES `shipments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shipment_lines_quantity_check" CHECK(quantity > 0)
);
--> statement-breakpoint
CREATE TABLE `shipments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` integer NOT NULL,
	`shipped_on` text NOT NULL,
	`note` text,
	`created_at` integer NOT NULL,
	`voided_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `shipments_order_id_idx` ON `shipments` (`order_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `callbacks` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`gateway` text NOT NULL,
	`event_key` text,
	`duplicate_of` text,
	`body_hash` text NOT NULL,
	`body` text,
	`headers` text NOT NULL,
	`claim` text,
	`verdict` text NOT NULL,
	`reason` text NOT NULL,
	`order_number` text,
	`amount_minor` integer,
	`currency` text,
	`transaction_id` text,
	`authorization_code` text,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `callbacks_account_event_key_uq` ON `callbacks` (`account`,`event_key`) WHERE event_key IS NOT NULL;--> statement-breakpoint
CREATE INDEX `callbacks_received_at_idx` ON `callbacks` (`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `callbacks_verdict_idx` ON `callbacks` (`verdict`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `callbacks_account_idx` ON `callbacks` (`account`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `callbacks_order_number_idx` ON `callbacks` (`order_number`,`received_at`,`id`);--> statement-breakpoint
CREATE TABLE `payment_accounts` (
	`slug` text PRIMARY KEY NOT NULL,
	`gateway` text NOT NULL,
	`name` text NOT NULL,
	`enabled` integer NOT NULL,
	`live` integer NOT NULL,
	`currency` text,
	`secrets` text,
	`instructions` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`prefix` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash_uq` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`api_key_id` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`claim_id` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`response_status` integer,
	`response_body` text,
	PRIMARY KEY(`api_key_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_claimed_at_idx` ON `idempotency_keys` (`claimed_at`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`window_start` integer NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rate_limits_window_start_idx` ON `rate_limits` (`window_start`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`user_agent` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_staff_id_idx` ON `sessions` (`staff_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `shop` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`currency` text NOT NULL,
	`time_zone` text NOT NULL,
	`number_prefix` text DEFAULT '' NOT NULL,
	`delivered_on_tracking` integer DEFAULT true NOT NULL,
	`set_up_at` integer NOT NULL,
	CONSTRAINT "shop_one_row_check" CHECK("shop"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email_uq` ON `staff` (`email`);
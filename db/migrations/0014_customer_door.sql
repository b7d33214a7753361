CREATE TABLE `customer_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`email` text NOT NULL,
	`user_agent` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `customer_sessions_customer_id_idx` ON `customer_sessions` (`customer_id`);--> statement-breakpoint
CREATE INDEX `customer_sessions_last_seen_at_idx` ON `customer_sessions` (`last_seen_at`);--> statement-breakpoint
CREATE INDEX `customer_sessions_expires_at_idx` ON `customer_sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`email` text NOT NULL,
	`asked_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_in_links_customer_id_idx` ON `sign_in_links` (`customer_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `sign_in_links_expires_at_idx` ON `sign_in_links` (`expires_at`);--> statement-breakpoint
CREATE TABLE `__new_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` integer,
	`customer_id` text,
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
	`delivery` text,
	`delivery_at` integer,
	`delivery_detail` text,
	`mended_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "messages_about_check" CHECK((order_id IS NULL) <> (customer_id IS NULL))
);
--> statement-breakpoint
INSERT INTO `__new_messages`("id", "order_id", "template", "recipient", "subject", "data", "status", "attempts", "last_error", "next_attempt_at", "lease_id", "lease_until", "provider_id", "created_at", "sent_at", "delivery", "delivery_at", "delivery_detail", "mended_at") SELECT "id", "order_id", "template", "recipient", "subject", "data", "status", "attempts", "last_error", "next_attempt_at", "lease_id", "lease_until", "provider_id", "created_at", "sent_at", "delivery", "delivery_at", "delivery_detail", "mended_at" FROM `messages`;--> statement-breakpoint
DROP TABLE `messages`;--> statement-breakpoint
ALTER TABLE `__new_messages` RENAME TO `messages`;--> statement-breakpoint
CREATE INDEX `messages_due_idx` ON `messages` (`next_attempt_at`) WHERE status IN ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX `messages_order_id_idx` ON `messages` (`order_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `messages_created_at_idx` ON `messages` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `messages_status_idx` ON `messages` (`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `messages_provider_id_idx` ON `messages` (`provider_id`);--> statement-breakpoint
CREATE INDEX `messages_came_back_idx` ON `messages` (`created_at`,`id`) WHERE delivery = 'bounced' AND mended_at IS NULL;--> statement-breakpoint
CREATE INDEX `messages_customer_id_idx` ON `messages` (`customer_id`) WHERE customer_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `messages_status_created_at_idx` ON `messages` (`status`,`created_at`) WHERE customer_id IS NOT NULL;
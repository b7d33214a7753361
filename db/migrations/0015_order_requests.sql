CREATE TABLE `order_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	`answer` text,
	`answer_text` text,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "order_requests_answer_check" CHECK((answered_at IS NULL) = (answer IS NULL))
);
--> statement-breakpoint
CREATE INDEX `order_requests_order_id_idx` ON `order_requests` (`order_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `order_requests_order_id_kind_uq` ON `order_requests` (`order_id`,`kind`) WHERE answered_at IS NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `payment_page` text;
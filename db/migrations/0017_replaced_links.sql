CREATE TABLE `replaced_links` (
	`token` text PRIMARY KEY NOT NULL,
	`order_id` integer NOT NULL,
	`replaced_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `replaced_links_order_id_idx` ON `replaced_links` (`order_id`,`replaced_at`);
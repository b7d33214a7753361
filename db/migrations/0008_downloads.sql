CREATE TABLE `downloads` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_id` text NOT NULL,
	`order_id` integer NOT NULL,
	`file_id` text NOT NULL,
	`version_id` text NOT NULL,
	`click_key` text NOT NULL,
	`clicked_at` integer NOT NULL,
	`address` text NOT NULL,
	`user_agent` text NOT NULL,
	`bytes_sent` integer DEFAULT 0 NOT NULL,
	`begun_at` integer,
	`last_at` integer,
	`finished_at` integer,
	`failed_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `downloads_grant_id_file_id_idx` ON `downloads` (`grant_id`,`file_id`,`clicked_at`);--> statement-breakpoint
CREATE INDEX `downloads_order_id_idx` ON `downloads` (`order_id`,`clicked_at`);--> statement-breakpoint
ALTER TABLE `products` ADD `downloads_max` integer;--> statement-breakpoint
ALTER TABLE `products` ADD `download_days` integer;--> statement-breakpoint
ALTER TABLE `grants` ADD `downloads_max` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `grants` ADD `expires_at` integer;--> statement-breakpoint
ALTER TABLE `shop` ADD `downloads_max` integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `download_days` integer DEFAULT 30;--> statement-breakpoint
UPDATE `grants` SET `downloads_max` = 5 * `quantity`;
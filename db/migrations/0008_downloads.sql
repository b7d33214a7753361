ALTER TABLE `products` ADD `downloads_max` integer;--> statement-breakpoint
ALTER TABLE `products` ADD `download_days` integer;--> statement-breakpoint
ALTER TABLE `grants` ADD `downloads_max` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `grants` ADD `expires_at` integer;--> statement-breakpoint
ALTER TABLE `shop` ADD `downloads_max` integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `download_days` integer DEFAULT 30;--> statement-breakpoint
UPDATE `grants` SET `downloads_max` = 5 * `quantity`;
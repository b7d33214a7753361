ALTER TABLE `messages` ADD `delivery` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `delivery_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `delivery_detail` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `mended_at` integer;--> statement-breakpoint
CREATE INDEX `messages_provider_id_idx` ON `messages` (`provider_id`);--> statement-breakpoint
CREATE INDEX `messages_came_back_idx` ON `messages` (`created_at`,`id`) WHERE delivery = 'bounced' AND mended_at IS NULL;--> statement-breakpoint
CREATE INDEX `products_pool_idx` ON `products` (`codes_available`) WHERE kind = 'codes';
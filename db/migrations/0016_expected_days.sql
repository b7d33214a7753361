ALTER TABLE `orders` ADD `expected_on` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `slipped_on` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `slips_on` text;--> statement-breakpoint
CREATE INDEX `orders_slips_on_idx` ON `orders` (`slips_on`) WHERE slips_on IS NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `delivery_times` text DEFAULT '{"methods":[],"others":null}' NOT NULL;
CREATE TABLE `logos` (
	`hash` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`base64` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `shop` ADD `logo` text;--> statement-breakpoint
ALTER TABLE `shop` ADD `accent` text;--> statement-breakpoint
ALTER TABLE `shop` ADD `postal_address` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `shop` ADD `reply_to` text;--> statement-breakpoint
ALTER TABLE `shop` ADD `footer` text DEFAULT '' NOT NULL;
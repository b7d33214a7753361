ALTER TABLE `callbacks` ADD `sealed` text;--> statement-breakpoint
ALTER TABLE `callbacks` ADD `ask_at` integer;--> statement-breakpoint
ALTER TABLE `callbacks` ADD `asked` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `callbacks` ADD `resolved_at` integer;--> statement-breakpoint
ALTER TABLE `callbacks` ADD `resolution` text;--> statement-breakpoint
CREATE INDEX `callbacks_ask_at_idx` ON `callbacks` (`ask_at`) WHERE ask_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `callbacks_transaction_id_idx` ON `callbacks` (`transaction_id`);--> statement-breakpoint
CREATE INDEX `callbacks_event_id_idx` ON `callbacks` ((claim ->> 'eventId')) WHERE (claim ->> 'eventId') IS NOT NULL;--> statement-breakpoint
ALTER TABLE `payment_accounts` ADD `config` text;--> statement-breakpoint
ALTER TABLE `shop` ADD `callback_days` integer DEFAULT 180 NOT NULL;
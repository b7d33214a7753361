CREATE TABLE `registered_payments` (
	`account` text NOT NULL,
	`payment` text NOT NULL,
	`sealed` text NOT NULL,
	`amount_minor` integer,
	`currency` text,
	`registered_at` integer NOT NULL,
	PRIMARY KEY(`account`, `payment`)
);
--> statement-breakpoint
CREATE INDEX `registered_payments_registered_at_idx` ON `registered_payments` (`registered_at`);
CREATE TABLE `discarded_bytes` (
	`store_key` text PRIMARY KEY NOT NULL,
	`discarded_at` integer NOT NULL
);

CREATE TABLE `file_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`label` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text,
	`content_type` text NOT NULL,
	`source_modified_at` integer,
	`status` text DEFAULT 'uploading' NOT NULL,
	`store_key` text NOT NULL,
	`received` integer DEFAULT 0 NOT NULL,
	`parts` text,
	`writer` text,
	`writer_until` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`touched_at` integer NOT NULL,
	`ready_at` integer,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "file_versions_size_check" CHECK("file_versions"."size" > 0),
	CONSTRAINT "file_versions_received_check" CHECK("file_versions"."received" BETWEEN 0 AND "file_versions"."size"),
	CONSTRAINT "file_versions_ready_check" CHECK(("file_versions"."status" = 'ready') = ("file_versions"."ready_at" IS NOT NULL AND "file_versions"."sha256" IS NOT NULL)
        AND ("file_versions"."status" <> 'ready' OR "file_versions"."received" = "file_versions"."size"))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `file_versions_file_id_label_uq` ON `file_versions` (`file_id`,`label`);--> statement-breakpoint
CREATE UNIQUE INDEX `file_versions_store_key_uq` ON `file_versions` (`store_key`);--> statement-breakpoint
CREATE INDEX `file_versions_ready_idx` ON `file_versions` (`file_id`,`ready_at`,`id`) WHERE "file_versions"."status" = 'ready';--> statement-breakpoint
CREATE INDEX `file_versions_uploading_idx` ON `file_versions` (`touched_at`) WHERE "file_versions"."status" = 'uploading';--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `files_product_id_name_uq` ON `files` (`product_id`,`name`) WHERE "files"."retired_at" IS NULL;--> statement-breakpoint
CREATE INDEX `files_product_id_idx` ON `files` (`product_id`,`name`);--> statement-breakpoint
-- What was sold under a checksum stays under it: another version is another row.
CREATE TRIGGER file_versions_ready_update BEFORE UPDATE ON file_versions WHEN old.status = 'ready' BEGIN
  SELECT RAISE(ABORT, 'a ready version is never changed');
END;

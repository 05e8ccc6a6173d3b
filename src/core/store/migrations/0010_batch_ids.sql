ALTER TABLE `sync_places` ADD `pageFrom` integer;--> statement-breakpoint
ALTER TABLE `sync_places` ADD `sentIds` text;
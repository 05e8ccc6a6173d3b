CREATE TABLE `conflicts` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`entity` text NOT NULL,
	`rowId` text NOT NULL,
	`field` text,
	`value` text,
	`stamp` text NOT NULL,
	`winnerValue` text,
	`winnerStamp` text NOT NULL,
	`metAtMs` integer NOT NULL,
	`resolvedAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `conflicts_in_project` ON `conflicts` (`projectId`,`metAtMs`,`id`);--> statement-breakpoint
CREATE TABLE `sync_assets` (
	`projectId` text NOT NULL,
	`assetId` text NOT NULL,
	PRIMARY KEY(`projectId`, `assetId`)
);
--> statement-breakpoint
CREATE TABLE `sync_places` (
	`projectId` text PRIMARY KEY NOT NULL,
	`active` integer NOT NULL,
	`cursor` integer NOT NULL,
	`batch` integer NOT NULL,
	`sentBatch` integer,
	`sentUpTo` text,
	`schema` integer NOT NULL
);
--> statement-breakpoint
DROP TABLE `outbox`;--> statement-breakpoint
CREATE TABLE `outbox` (
	`projectId` text NOT NULL,
	`entity` text NOT NULL,
	`rowId` text NOT NULL,
	`since` text NOT NULL,
	`latest` text NOT NULL,
	`sentAt` text,
	`sentWith` text,
	PRIMARY KEY(`projectId`, `entity`, `rowId`)
);
--> statement-breakpoint
CREATE INDEX `outbox_in_order` ON `outbox` (`projectId`,`latest`);--> statement-breakpoint
ALTER TABLE `row_clocks` ADD `remains` text;--> statement-breakpoint
ALTER TABLE `jobs` ADD `deviceId` text;--> statement-breakpoint
UPDATE `jobs` SET `deviceId` = (SELECT `value` FROM `meta` WHERE `key` = 'deviceId');--> statement-breakpoint
DROP INDEX `jobs_due`;--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`state`,`createdAtMs`,`id`,`provider`,`notBeforeMs`,`deviceId`);

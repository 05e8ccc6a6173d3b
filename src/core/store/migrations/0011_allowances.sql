CREATE TABLE `allowances` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`deviceId` text NOT NULL,
	`askedUsdMicros` integer NOT NULL,
	`heldUsdMicros` integer NOT NULL,
	`heardAtMs` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `allowances_in_project` ON `allowances` (`projectId`,`id`);--> statement-breakpoint
DROP INDEX `jobs_spend`;--> statement-breakpoint
CREATE INDEX `jobs_spend` ON `jobs` (`projectId`,`state`,`estimateUsdMicros`,`costUsdMicros`,`submits`,`deviceId`);--> statement-breakpoint
ALTER TABLE `charges` ADD `deviceId` text;--> statement-breakpoint
UPDATE `charges` SET `deviceId` = (SELECT `deviceId` FROM `jobs` WHERE `jobs`.`id` = `charges`.`jobId`);

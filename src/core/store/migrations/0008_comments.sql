CREATE TABLE `comment_intents` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`projectId` text NOT NULL,
	`commentId` text NOT NULL,
	`intent` text NOT NULL,
	`refusal` text
);
--> statement-breakpoint
CREATE INDEX `comment_intents_in_order` ON `comment_intents` (`projectId`,`n`);--> statement-breakpoint
CREATE TABLE `comment_places` (
	`projectId` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `film_comments` (
	`projectId` text NOT NULL,
	`commentId` text NOT NULL,
	`revision` integer NOT NULL,
	`comment` text,
	PRIMARY KEY(`projectId`, `commentId`)
);
--> statement-breakpoint
CREATE INDEX `film_comments_by_revision` ON `film_comments` (`projectId`,`revision`);
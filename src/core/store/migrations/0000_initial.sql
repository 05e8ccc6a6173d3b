-- Every record kind, the register clocks, the outbox, the history and the store's own facts.
-- Edited by hand after generation: WITHOUT ROWID on the two tables that are only ever reached by their key.
CREATE TABLE `history` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`projectId` text NOT NULL,
	`deviceId` text NOT NULL,
	`stamp` text NOT NULL,
	`label` text NOT NULL,
	`state` text NOT NULL,
	`patch` text NOT NULL,
	`undoPatch` text
);
--> statement-breakpoint
CREATE INDEX `history_of_project` ON `history` (`projectId`,`deviceId`,`state`,`id`);--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`entity` text NOT NULL,
	`rowId` text NOT NULL,
	`since` text NOT NULL,
	`latest` text NOT NULL,
	PRIMARY KEY(`entity`, `rowId`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `row_clocks` (
	`entity` text NOT NULL,
	`rowId` text NOT NULL,
	`base` text NOT NULL,
	`fields` text,
	`deleted` text,
	PRIMARY KEY(`entity`, `rowId`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `assets` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`mime` text NOT NULL,
	`extension` text NOT NULL,
	`bytes` integer NOT NULL,
	`facts` text,
	`origin` text NOT NULL,
	`name` text NOT NULL,
	`createdAtMs` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `exports` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`path` text NOT NULL,
	`preset` text NOT NULL,
	`captions` text NOT NULL,
	`state` text NOT NULL,
	`planDigest` text NOT NULL,
	`durationFlicks` integer NOT NULL,
	`bytes` integer,
	`faultMessage` text,
	`startedAtMs` integer NOT NULL,
	`finishedAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `exports_in_project` ON `exports` (`projectId`,`startedAtMs`,`id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`shotId` text NOT NULL,
	`provider` text NOT NULL,
	`request` text NOT NULL,
	`requestDigest` text NOT NULL,
	`state` text NOT NULL,
	`handle` text,
	`estimateUsdMicros` integer NOT NULL,
	`costUsdMicros` integer,
	`submits` integer NOT NULL,
	`tries` integer NOT NULL,
	`notBeforeMs` integer NOT NULL,
	`assetId` text,
	`takeId` text,
	`faultCode` text,
	`faultMessage` text,
	`createdAtMs` integer NOT NULL,
	`sentAtMs` integer,
	`finishedAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `jobs_in_project` ON `jobs` (`projectId`,`createdAtMs`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_by_digest` ON `jobs` (`projectId`,`requestDigest`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`state`,`createdAtMs`,`id`,`provider`,`notBeforeMs`);--> statement-breakpoint
CREATE TABLE `takes` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`shotId` text NOT NULL,
	`kind` text NOT NULL,
	`assetId` text NOT NULL,
	`jobId` text,
	`requestDigest` text NOT NULL,
	`provider` text NOT NULL,
	`model` text NOT NULL,
	`seed` integer NOT NULL,
	`costUsdMicros` integer NOT NULL,
	`createdAtMs` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `takes_in_project` ON `takes` (`projectId`,`createdAtMs`,`id`);--> statement-breakpoint
CREATE TABLE `blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`order` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`depth` integer NOT NULL,
	`sceneNumber` text,
	`key` text,
	`dual` text,
	`forced` integer NOT NULL,
	`notFilmed` text
);
--> statement-breakpoint
CREATE INDEX `blocks_in_project` ON `blocks` (`projectId`,`order`,`id`);--> statement-breakpoint
CREATE TABLE `cast_members` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`order` text NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`voiceOnly` integer NOT NULL,
	`editedFields` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `cast_in_project` ON `cast_members` (`projectId`,`order`,`id`);--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`sourceKind` text NOT NULL,
	`sourceName` text NOT NULL,
	`sourcePath` text,
	`sourceAssetId` text,
	`aspect` text NOT NULL,
	`widthPx` integer NOT NULL,
	`heightPx` integer NOT NULL,
	`fpsNum` integer NOT NULL,
	`fpsDen` integer NOT NULL,
	`style` text NOT NULL,
	`breakdownDigest` text,
	`createdAtMs` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `scenes` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`order` text NOT NULL,
	`kind` text NOT NULL,
	`heading` text NOT NULL,
	`number` text,
	`setting` text NOT NULL,
	`place` text,
	`timeOfDay` text NOT NULL,
	`timeNote` text,
	`mood` text,
	`synopsis` text,
	`blockIds` text NOT NULL,
	`editedFields` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `scenes_in_project` ON `scenes` (`projectId`,`order`,`id`);--> statement-breakpoint
CREATE TABLE `shots` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`sceneId` text NOT NULL,
	`order` text NOT NULL,
	`kind` text NOT NULL,
	`size` text NOT NULL,
	`angle` text NOT NULL,
	`move` text NOT NULL,
	`lensMm` real NOT NULL,
	`description` text NOT NULL,
	`subject` text,
	`dialogue` text,
	`characters` text NOT NULL,
	`setting` text NOT NULL,
	`place` text,
	`timeOfDay` text NOT NULL,
	`mood` text,
	`durationFlicks` integer NOT NULL,
	`covers` text NOT NULL,
	`transitionOut` text NOT NULL,
	`promptOverride` text,
	`chosenStillId` text,
	`chosenClipId` text,
	`editedFields` text NOT NULL,
	`origin` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `shots_in_project` ON `shots` (`projectId`,`order`,`id`);--> statement-breakpoint
CREATE TABLE `items` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`trackId` text NOT NULL,
	`order` text NOT NULL,
	`durationFlicks` integer NOT NULL,
	`anchor` text,
	`kind` text NOT NULL,
	`assetId` text,
	`shotId` text,
	`sourceInFlicks` integer,
	`sourceLengthFlicks` integer,
	`fit` text,
	`opacity` real,
	`gainDb` real,
	`fadeInFlicks` integer,
	`fadeOutFlicks` integer,
	`muted` integer,
	`text` text,
	`style` text,
	`speaker` text,
	`assembled` text
);
--> statement-breakpoint
CREATE INDEX `items_in_project` ON `items` (`projectId`,`order`,`id`);--> statement-breakpoint
CREATE TABLE `tracks` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`order` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`muted` integer NOT NULL,
	`hidden` integer NOT NULL,
	`assembled` text
);
--> statement-breakpoint
CREATE INDEX `tracks_in_project` ON `tracks` (`projectId`,`order`,`id`);--> statement-breakpoint
CREATE TABLE `transitions` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`leftItemId` text NOT NULL,
	`kind` text NOT NULL,
	`durationFlicks` integer NOT NULL,
	`assembled` text
);
--> statement-breakpoint
CREATE INDEX `transitions_in_project` ON `transitions` (`projectId`);
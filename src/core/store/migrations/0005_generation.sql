CREATE TABLE `charges` (
	`jobId` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`projectTitle` text NOT NULL,
	`provider` text NOT NULL,
	`model` text NOT NULL,
	`kind` text NOT NULL,
	`month` text NOT NULL,
	`state` text NOT NULL,
	`amountUsdMicros` integer NOT NULL,
	`basis` text NOT NULL,
	`sentAtMs` integer NOT NULL,
	`settledAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `charges_of_month` ON `charges` (`month`,`state`,`amountUsdMicros`);--> statement-breakpoint
CREATE INDEX `charges_of_project` ON `charges` (`projectId`,`state`,`amountUsdMicros`);--> statement-breakpoint
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`order` text NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`referenceAssetIds` text NOT NULL,
	`editedFields` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `places_in_project` ON `places` (`projectId`,`order`,`id`);--> statement-breakpoint
CREATE TABLE `__new_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`shotId` text,
	`sceneId` text,
	`castId` text,
	`placeId` text,
	`batchId` text,
	`provider` text NOT NULL,
	`request` text NOT NULL,
	`requestDigest` text NOT NULL,
	`state` text NOT NULL,
	`handle` text,
	`estimateUsdMicros` integer NOT NULL,
	`priceBasis` text,
	`pricedAtMs` integer,
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
	`finishedAtMs` integer,
	`heldUntilMs` integer
);
--> statement-breakpoint
INSERT INTO `__new_jobs`("id", "projectId", "shotId", "provider", "request", "requestDigest", "state", "handle", "estimateUsdMicros", "costUsdMicros", "submits", "tries", "notBeforeMs", "assetId", "takeId", "faultCode", "faultMessage", "createdAtMs", "sentAtMs", "finishedAtMs") SELECT "id", "projectId", "shotId", "provider", "request", "requestDigest", "state", "handle", "estimateUsdMicros", "costUsdMicros", "submits", "tries", "notBeforeMs", "assetId", "takeId", "faultCode", "faultMessage", "createdAtMs", "sentAtMs", "finishedAtMs" FROM `jobs`;--> statement-breakpoint
DROP TABLE `jobs`;--> statement-breakpoint
ALTER TABLE `__new_jobs` RENAME TO `jobs`;--> statement-breakpoint
CREATE INDEX `jobs_in_project` ON `jobs` (`projectId`,`createdAtMs`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_by_digest` ON `jobs` (`projectId`,`requestDigest`);--> statement-breakpoint
CREATE INDEX `jobs_spend` ON `jobs` (`projectId`,`state`,`estimateUsdMicros`,`costUsdMicros`,`submits`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`state`,`createdAtMs`,`id`,`provider`,`notBeforeMs`);--> statement-breakpoint
CREATE TABLE `__new_takes` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`shotId` text,
	`sceneId` text,
	`castId` text,
	`placeId` text,
	`kind` text NOT NULL,
	`assetId` text NOT NULL,
	`jobId` text,
	`fromTakeId` text,
	`requestDigest` text NOT NULL,
	`provider` text NOT NULL,
	`model` text NOT NULL,
	`seed` integer NOT NULL,
	`costUsdMicros` integer NOT NULL,
	`createdAtMs` integer NOT NULL,
	`rating` integer,
	`discardedAtMs` integer
);
--> statement-breakpoint
INSERT INTO `__new_takes`("id", "projectId", "shotId", "kind", "assetId", "jobId", "requestDigest", "provider", "model", "seed", "costUsdMicros", "createdAtMs") SELECT "id", "projectId", "shotId", "kind", "assetId", "jobId", "requestDigest", "provider", "model", "seed", "costUsdMicros", "createdAtMs" FROM `takes`;--> statement-breakpoint
DROP TABLE `takes`;--> statement-breakpoint
ALTER TABLE `__new_takes` RENAME TO `takes`;--> statement-breakpoint
CREATE INDEX `takes_in_project` ON `takes` (`projectId`,`createdAtMs`,`id`);--> statement-breakpoint
ALTER TABLE `cast_members` ADD `referenceAssetIds` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `cast_members` ADD `voice` text;--> statement-breakpoint
ALTER TABLE `projects` ADD `palette` text;--> statement-breakpoint
ALTER TABLE `projects` ADD `lensWords` text;--> statement-breakpoint
ALTER TABLE `projects` ADD `negativePrompt` text;--> statement-breakpoint
ALTER TABLE `projects` ADD `seedPolicy` text DEFAULT 'per-shot' NOT NULL;--> statement-breakpoint
ALTER TABLE `projects` ADD `projectSeed` integer;--> statement-breakpoint
ALTER TABLE `projects` ADD `modelChoices` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `projects` ADD `narratorVoice` text;--> statement-breakpoint
ALTER TABLE `projects` ADD `stillsFirst` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `scenes` ADD `musicPrompt` text;--> statement-breakpoint
ALTER TABLE `scenes` ADD `chosenMusicId` text;--> statement-breakpoint
ALTER TABLE `scenes` ADD `effects` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `shots` ADD `promptParts` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `shots` ADD `seed` integer;--> statement-breakpoint
ALTER TABLE `shots` ADD `chosenSpeechId` text;--> statement-breakpoint
ALTER TABLE `shots` ADD `approvedStillId` text;--> statement-breakpoint
INSERT INTO `charges` SELECT j.id, j.projectId, coalesce(p.title, ''), j.provider, json_extract(j.request, '$.model'), json_extract(j.request, '$.kind'), strftime('%Y-%m', j.sentAtMs / 1000, 'unixepoch'), CASE WHEN j.costUsdMicros IS NOT NULL THEN CASE WHEN j.costUsdMicros = 0 THEN 'released' ELSE 'charged' END WHEN j.state IN ('sending', 'submitted', 'running', 'fetching', 'cancelling') THEN 'reserved' ELSE 'uncertain' END, coalesce(j.costUsdMicros, j.estimateUsdMicros), CASE WHEN j.costUsdMicros IS NULL THEN 'estimate' ELSE 'provider' END, j.sentAtMs, j.finishedAtMs FROM `jobs` j LEFT JOIN `projects` p ON p.id = j.projectId WHERE j.sentAtMs IS NOT NULL AND (j.estimateUsdMicros > 0 OR j.costUsdMicros > 0);

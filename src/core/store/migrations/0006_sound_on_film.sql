ALTER TABLE `items` ADD `soundOf` text;--> statement-breakpoint
ALTER TABLE `items` ADD `loops` integer;--> statement-breakpoint
ALTER TABLE `items` ADD `ducks` integer;--> statement-breakpoint
ALTER TABLE `items` ADD `scratch` integer;--> statement-breakpoint
ALTER TABLE `tracks` ADD `role` text;--> statement-breakpoint
ALTER TABLE `tracks` ADD `ducks` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `items` SET `loops` = 0, `ducks` = 1, `scratch` = CASE WHEN `assetId` IN (SELECT `assetId` FROM `takes` WHERE `provider` = 'animatic' AND `kind` = 'clip') THEN 1 ELSE 0 END WHERE `kind` = 'clip';

ALTER TABLE `assets` ADD `proxyOf` text;--> statement-breakpoint
ALTER TABLE `assets` ADD `heldBy` text;--> statement-breakpoint
CREATE INDEX `assets_proxies` ON `assets` (`proxyOf`) WHERE `proxyOf` IS NOT NULL;
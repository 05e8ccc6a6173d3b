ALTER TABLE `projects` ADD `trashedAtMs` integer;--> statement-breakpoint
ALTER TABLE `projects` ADD `budgetUsdMicros` integer;
ALTER TABLE "reelwright"."devices" ADD COLUMN "batch_id" text;--> statement-breakpoint
ALTER TABLE "reelwright"."devices" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reelwright"."projects" ADD COLUMN "removed_at_ms" bigint;
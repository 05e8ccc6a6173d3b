ALTER TABLE "reelwright"."devices" ADD COLUMN "batch_id" text;--> statement-breakpoint
ALTER TABLE "reelwright"."devices" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reelwright"."projects" ADD COLUMN "removed_at_ms" bigint;--> statement-breakpoint
GRANT UPDATE (batch_id, name) ON reelwright.devices TO reelwright_member;--> statement-breakpoint
GRANT UPDATE (removed_at_ms) ON reelwright.projects TO reelwright_member;
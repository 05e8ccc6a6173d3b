ALTER TABLE "reelwright"."cuts" ADD COLUMN "object_key" text;
--> statement-breakpoint
GRANT UPDATE (object_key) ON reelwright.cuts TO reelwright_member;

ALTER TABLE "reelwright"."comments" ADD COLUMN "take_id" text;--> statement-breakpoint
ALTER TABLE "reelwright"."cuts" ADD COLUMN "made_at_ms" bigint;--> statement-breakpoint
ALTER TABLE "reelwright"."cuts" ADD COLUMN "captions" text;--> statement-breakpoint
ALTER TABLE "reelwright"."cuts" ADD COLUMN "poster" text;--> statement-breakpoint
ALTER TABLE "reelwright"."shares" ADD COLUMN "comments_closed_at_ms" bigint;--> statement-breakpoint
ALTER POLICY "comments_insert" ON "reelwright"."comments" TO reelwright_member WITH CHECK (((project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or organisation_id = (select reelwright.claim('org')))) and user_id = (select reelwright.claim('sub'))) or (project_id in (select project_id from reelwright.shares where token_hash = (select reelwright.claim('share')) and comments_closed_at_ms is null) and user_id is null and resolved_at_ms is null and take_id is null));
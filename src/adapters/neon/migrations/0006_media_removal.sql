CREATE TABLE "reelwright"."media_parts" (
	"owner" text NOT NULL,
	"sha256" text NOT NULL,
	"number" integer NOT NULL,
	"upload_id" text NOT NULL,
	"bytes" bigint NOT NULL,
	"etag" text NOT NULL,
	CONSTRAINT "media_parts_owner_sha256_number_pk" PRIMARY KEY("owner","sha256","number")
);
--> statement-breakpoint
ALTER TABLE "reelwright"."media_parts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reelwright"."media_removals" (
	"object_key" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"upload_id" text,
	"due_at_ms" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reelwright"."media_removals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reelwright"."media_files" ADD COLUMN "object_key" text;--> statement-breakpoint
ALTER TABLE "reelwright"."media_files" ADD COLUMN "unused_since_ms" bigint;--> statement-breakpoint
ALTER TABLE "reelwright"."media_parts" ADD CONSTRAINT "media_parts_owner_sha256_media_files_owner_sha256_fk" FOREIGN KEY ("owner","sha256") REFERENCES "reelwright"."media_files"("owner","sha256") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "media_removals_due" ON "reelwright"."media_removals" USING btree ("due_at_ms");--> statement-breakpoint
CREATE POLICY "media_parts_select" ON "reelwright"."media_parts" AS PERMISSIVE FOR SELECT TO "reelwright_member" USING (owner = 'u:' || (select reelwright.claim('sub')) or owner = 'o:' || (select reelwright.claim('org')));--> statement-breakpoint
CREATE POLICY "media_parts_insert" ON "reelwright"."media_parts" AS PERMISSIVE FOR INSERT TO "reelwright_member" WITH CHECK (owner = 'u:' || (select reelwright.claim('sub')) or (owner = 'o:' || (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor')));--> statement-breakpoint
CREATE POLICY "media_parts_update" ON "reelwright"."media_parts" AS PERMISSIVE FOR UPDATE TO "reelwright_member" USING (owner = 'u:' || (select reelwright.claim('sub')) or (owner = 'o:' || (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor'))) WITH CHECK (owner = 'u:' || (select reelwright.claim('sub')) or (owner = 'o:' || (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor')));--> statement-breakpoint
CREATE POLICY "media_parts_delete" ON "reelwright"."media_parts" AS PERMISSIVE FOR DELETE TO "reelwright_member" USING (owner = 'u:' || (select reelwright.claim('sub')) or (owner = 'o:' || (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor')));--> statement-breakpoint
CREATE POLICY "media_removals_select" ON "reelwright"."media_removals" AS PERMISSIVE FOR SELECT TO "reelwright_member" USING (owner = 'u:' || (select reelwright.claim('sub')) or owner = 'o:' || (select reelwright.claim('org')) or (select reelwright.claim('keeper')) = 'true');--> statement-breakpoint
CREATE POLICY "media_removals_insert" ON "reelwright"."media_removals" AS PERMISSIVE FOR INSERT TO "reelwright_member" WITH CHECK (owner = 'u:' || (select reelwright.claim('sub')) or (owner = 'o:' || (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor')));--> statement-breakpoint
CREATE POLICY "media_removals_update" ON "reelwright"."media_removals" AS PERMISSIVE FOR UPDATE TO "reelwright_member" USING ((select reelwright.claim('keeper')) = 'true') WITH CHECK ((select reelwright.claim('keeper')) = 'true');--> statement-breakpoint
CREATE POLICY "media_removals_delete" ON "reelwright"."media_removals" AS PERMISSIVE FOR DELETE TO "reelwright_member" USING ((select reelwright.claim('keeper')) = 'true');--> statement-breakpoint
ALTER POLICY "media_files_select" ON "reelwright"."media_files" TO reelwright_member USING (owner = 'u:' || (select reelwright.claim('sub')) or owner = 'o:' || (select reelwright.claim('org')) or (select reelwright.claim('keeper')) = 'true');
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON reelwright.media_parts, reelwright.media_removals TO reelwright_member;
--> statement-breakpoint
GRANT UPDATE (upload_id, bytes, etag) ON reelwright.media_parts TO reelwright_member;
--> statement-breakpoint
GRANT UPDATE (due_at_ms) ON reelwright.media_removals TO reelwright_member;
--> statement-breakpoint
GRANT UPDATE (begun_at_ms, object_key, unused_since_ms) ON reelwright.media_files TO reelwright_member;
--> statement-breakpoint
ALTER TABLE reelwright.media_parts FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reelwright.media_removals FORCE ROW LEVEL SECURITY;

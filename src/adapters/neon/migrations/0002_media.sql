CREATE TABLE "reelwright"."media_files" (
	"owner" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" bigint NOT NULL,
	"mime" text NOT NULL,
	"user_id" text NOT NULL,
	"upload_id" text,
	"begun_at_ms" bigint NOT NULL,
	"stored_at_ms" bigint,
	CONSTRAINT "media_files_owner_sha256_pk" PRIMARY KEY("owner","sha256")
);
--> statement-breakpoint
ALTER TABLE "reelwright"."media_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "media_files_select" ON "reelwright"."media_files" AS PERMISSIVE FOR SELECT TO "reelwright_member" USING (owner = 'u:' || (select reelwright.claim('sub')) or owner = 'o:' || (select reelwright.claim('org')));--> statement-breakpoint
CREATE POLICY "media_files_insert" ON "reelwright"."media_files" AS PERMISSIVE FOR INSERT TO "reelwright_member" WITH CHECK ((owner = 'u:' || (select reelwright.claim('sub')) or (owner = 'o:' || (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor'))) and user_id = (select reelwright.claim('sub')));--> statement-breakpoint
CREATE POLICY "media_files_update" ON "reelwright"."media_files" AS PERMISSIVE FOR UPDATE TO "reelwright_member" USING (owner = 'u:' || (select reelwright.claim('sub')) or (owner = 'o:' || (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor'))) WITH CHECK (owner = 'u:' || (select reelwright.claim('sub')) or (owner = 'o:' || (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor')));--> statement-breakpoint
CREATE POLICY "media_files_delete" ON "reelwright"."media_files" AS PERMISSIVE FOR DELETE TO "reelwright_member" USING (owner = 'u:' || (select reelwright.claim('sub')) or (owner = 'o:' || (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor')));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON reelwright.media_files TO reelwright_member;
--> statement-breakpoint
GRANT UPDATE (bytes, mime, upload_id, stored_at_ms) ON reelwright.media_files TO reelwright_member;
--> statement-breakpoint
ALTER TABLE reelwright.media_files FORCE ROW LEVEL SECURITY;

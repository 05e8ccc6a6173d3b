CREATE TABLE "reelwright"."comments" (
	"project_id" text NOT NULL,
	"id" text NOT NULL,
	"seq" bigint NOT NULL,
	"share_id" text,
	"parent_id" text,
	"user_id" text,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"at_ms" integer,
	"shot_id" text,
	"shot_offset_ms" integer,
	"created_at_ms" bigint NOT NULL,
	"resolved_at_ms" bigint,
	"removed_at_ms" bigint,
	CONSTRAINT "comments_project_id_id_pk" PRIMARY KEY("project_id","id")
);
--> statement-breakpoint
ALTER TABLE "reelwright"."comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reelwright"."cuts" (
	"project_id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"bytes" bigint NOT NULL,
	"duration_ms" integer NOT NULL,
	"shots" json NOT NULL,
	"published_by" text NOT NULL,
	"published_at_ms" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reelwright"."cuts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reelwright"."shares" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"title" text NOT NULL,
	"token_hash" text NOT NULL,
	"password_hash" text,
	"created_by" text NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"expires_at_ms" bigint,
	"revoked_at_ms" bigint,
	CONSTRAINT "shares_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "reelwright"."shares" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reelwright"."comments" ADD CONSTRAINT "comments_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "reelwright"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reelwright"."comments" ADD CONSTRAINT "comments_share_id_shares_id_fk" FOREIGN KEY ("share_id") REFERENCES "reelwright"."shares"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reelwright"."cuts" ADD CONSTRAINT "cuts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "reelwright"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reelwright"."shares" ADD CONSTRAINT "shares_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "reelwright"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_by_seq" ON "reelwright"."comments" USING btree ("project_id","seq");--> statement-breakpoint
CREATE INDEX "shares_of_project" ON "reelwright"."shares" USING btree ("project_id");--> statement-breakpoint
CREATE POLICY "audit_delete" ON "reelwright"."audit" AS PERMISSIVE FOR DELETE TO "reelwright_member" USING (user_id = (select reelwright.claim('sub')) and organisation_id is null);--> statement-breakpoint
CREATE POLICY "ended_sessions_delete" ON "reelwright"."ended_sessions" AS PERMISSIVE FOR DELETE TO "reelwright_member" USING (ended_at_ms < (select reelwright.claim('now'))::bigint - 86400000);--> statement-breakpoint
CREATE POLICY "members_delete" ON "reelwright"."members" AS PERMISSIVE FOR DELETE TO "reelwright_member" USING (user_id = (select reelwright.claim('sub')));--> statement-breakpoint
CREATE POLICY "devices_delete" ON "reelwright"."devices" AS PERMISSIVE FOR DELETE TO "reelwright_member" USING (user_id = (select reelwright.claim('sub')));--> statement-breakpoint
CREATE POLICY "comments_select" ON "reelwright"."comments" AS PERMISSIVE FOR SELECT TO "reelwright_member" USING ((project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or organisation_id = (select reelwright.claim('org')))) or project_id in (select project_id from reelwright.shares where token_hash = (select reelwright.claim('share'))));--> statement-breakpoint
CREATE POLICY "comments_insert" ON "reelwright"."comments" AS PERMISSIVE FOR INSERT TO "reelwright_member" WITH CHECK (((project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or organisation_id = (select reelwright.claim('org')))) and user_id = (select reelwright.claim('sub'))) or (project_id in (select project_id from reelwright.shares where token_hash = (select reelwright.claim('share'))) and user_id is null and resolved_at_ms is null));--> statement-breakpoint
CREATE POLICY "comments_update" ON "reelwright"."comments" AS PERMISSIVE FOR UPDATE TO "reelwright_member" USING (project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor')))) WITH CHECK (project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor'))));--> statement-breakpoint
CREATE POLICY "cuts_select" ON "reelwright"."cuts" AS PERMISSIVE FOR SELECT TO "reelwright_member" USING ((project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or organisation_id = (select reelwright.claim('org')))) or project_id in (select project_id from reelwright.shares where token_hash = (select reelwright.claim('share'))));--> statement-breakpoint
CREATE POLICY "cuts_insert" ON "reelwright"."cuts" AS PERMISSIVE FOR INSERT TO "reelwright_member" WITH CHECK (project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor'))));--> statement-breakpoint
CREATE POLICY "cuts_update" ON "reelwright"."cuts" AS PERMISSIVE FOR UPDATE TO "reelwright_member" USING (project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor')))) WITH CHECK (project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor'))));--> statement-breakpoint
CREATE POLICY "shares_select" ON "reelwright"."shares" AS PERMISSIVE FOR SELECT TO "reelwright_member" USING ((project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor')))) or (token_hash = (select reelwright.claim('share')) and revoked_at_ms is null and (expires_at_ms is null or expires_at_ms > (select reelwright.claim('now'))::bigint)));--> statement-breakpoint
CREATE POLICY "shares_insert" ON "reelwright"."shares" AS PERMISSIVE FOR INSERT TO "reelwright_member" WITH CHECK ((project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor')))) and created_by = (select reelwright.claim('sub')));--> statement-breakpoint
CREATE POLICY "shares_update" ON "reelwright"."shares" AS PERMISSIVE FOR UPDATE TO "reelwright_member" USING (project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor')))) WITH CHECK (project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor'))));
--> statement-breakpoint
GRANT SELECT, INSERT ON reelwright.shares, reelwright.cuts, reelwright.comments TO reelwright_member;
--> statement-breakpoint
GRANT UPDATE (revoked_at_ms) ON reelwright.shares TO reelwright_member;
--> statement-breakpoint
GRANT UPDATE (sha256, bytes, duration_ms, shots, published_by, published_at_ms) ON reelwright.cuts TO reelwright_member;
--> statement-breakpoint
GRANT UPDATE (seq, "text", resolved_at_ms, removed_at_ms) ON reelwright.comments TO reelwright_member;
--> statement-breakpoint
GRANT DELETE ON reelwright.members, reelwright.devices, reelwright.ended_sessions, reelwright.audit TO reelwright_member;
--> statement-breakpoint
ALTER TABLE reelwright.shares FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reelwright.cuts FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reelwright.comments FORCE ROW LEVEL SECURITY;

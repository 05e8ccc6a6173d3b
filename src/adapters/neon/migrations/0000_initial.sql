CREATE SCHEMA "reelwright";
--> statement-breakpoint
DO $$ BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reelwright_member') THEN
		CREATE ROLE reelwright_member NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOINHERIT;
	END IF;
	EXECUTE format('GRANT reelwright_member TO %I', current_user);
END $$;
--> statement-breakpoint
CREATE FUNCTION reelwright.claim(name text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
	RETURN nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> name;
--> statement-breakpoint
GRANT USAGE ON SCHEMA reelwright TO reelwright_member;
--> statement-breakpoint
CREATE TABLE "reelwright"."audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at_ms" bigint NOT NULL,
	"user_id" text NOT NULL,
	"organisation_id" text,
	"action" text NOT NULL,
	"subject" text,
	"detail" jsonb
);
--> statement-breakpoint
ALTER TABLE "reelwright"."audit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reelwright"."ended_sessions" (
	"session_id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"ended_at_ms" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reelwright"."ended_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reelwright"."members" (
	"organisation_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"seen_at_ms" bigint NOT NULL,
	CONSTRAINT "members_organisation_id_user_id_pk" PRIMARY KEY("organisation_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "reelwright"."members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reelwright"."devices" (
	"project_id" text NOT NULL,
	"device" text NOT NULL,
	"user_id" text NOT NULL,
	"batch" bigint NOT NULL,
	"answer" json NOT NULL,
	"seen_at_ms" bigint NOT NULL,
	CONSTRAINT "devices_project_id_device_pk" PRIMARY KEY("project_id","device")
);
--> statement-breakpoint
ALTER TABLE "reelwright"."devices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reelwright"."projects" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"owner_user_id" text NOT NULL,
	"organisation_id" text,
	"schema" integer DEFAULT 0 NOT NULL,
	"head" bigint DEFAULT 0 NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"changed_at_ms" bigint NOT NULL,
	"deleted_at_ms" bigint
);
--> statement-breakpoint
ALTER TABLE "reelwright"."projects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reelwright"."sync_rows" (
	"project_id" text NOT NULL,
	"entity" text NOT NULL,
	"row_id" text NOT NULL,
	"base" text NOT NULL,
	"deleted" text,
	"values" json NOT NULL,
	"stamps" json NOT NULL,
	"row_seq" bigint NOT NULL,
	"seqs" json NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "sync_rows_project_id_entity_row_id_pk" PRIMARY KEY("project_id","entity","row_id"),
	CONSTRAINT "sync_rows_entity" CHECK (entity in ('project', 'block', 'scene', 'shot', 'cast', 'place', 'job', 'asset', 'take', 'track', 'item', 'transition', 'export', 'conflict'))
);
--> statement-breakpoint
ALTER TABLE "reelwright"."sync_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reelwright"."devices" ADD CONSTRAINT "devices_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "reelwright"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reelwright"."sync_rows" ADD CONSTRAINT "sync_rows_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "reelwright"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_of_user" ON "reelwright"."audit" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "audit_of_organisation" ON "reelwright"."audit" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "ended_sessions_of_user" ON "reelwright"."ended_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "projects_of_user" ON "reelwright"."projects" USING btree ("owner_user_id");--> statement-breakpoint
CREATE INDEX "projects_of_organisation" ON "reelwright"."projects" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "sync_rows_by_seq" ON "reelwright"."sync_rows" USING btree ("project_id","seq");--> statement-breakpoint
CREATE POLICY "audit_select" ON "reelwright"."audit" AS PERMISSIVE FOR SELECT TO "reelwright_member" USING (user_id = (select reelwright.claim('sub')) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) = 'owner'));--> statement-breakpoint
CREATE POLICY "audit_insert" ON "reelwright"."audit" AS PERMISSIVE FOR INSERT TO "reelwright_member" WITH CHECK (user_id = (select reelwright.claim('sub')) and (organisation_id is null or organisation_id = (select reelwright.claim('org'))));--> statement-breakpoint
CREATE POLICY "ended_sessions_select" ON "reelwright"."ended_sessions" AS PERMISSIVE FOR SELECT TO "reelwright_member" USING (user_id = (select reelwright.claim('sub')));--> statement-breakpoint
CREATE POLICY "ended_sessions_insert" ON "reelwright"."ended_sessions" AS PERMISSIVE FOR INSERT TO "reelwright_member" WITH CHECK (user_id = (select reelwright.claim('sub')));--> statement-breakpoint
CREATE POLICY "members_select" ON "reelwright"."members" AS PERMISSIVE FOR SELECT TO "reelwright_member" USING (organisation_id = (select reelwright.claim('org')));--> statement-breakpoint
CREATE POLICY "members_insert" ON "reelwright"."members" AS PERMISSIVE FOR INSERT TO "reelwright_member" WITH CHECK (user_id = (select reelwright.claim('sub')) and organisation_id = (select reelwright.claim('org')));--> statement-breakpoint
CREATE POLICY "members_update" ON "reelwright"."members" AS PERMISSIVE FOR UPDATE TO "reelwright_member" USING (user_id = (select reelwright.claim('sub')) and organisation_id = (select reelwright.claim('org'))) WITH CHECK (user_id = (select reelwright.claim('sub')) and organisation_id = (select reelwright.claim('org')));--> statement-breakpoint
CREATE POLICY "devices_select" ON "reelwright"."devices" AS PERMISSIVE FOR SELECT TO "reelwright_member" USING (project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or organisation_id = (select reelwright.claim('org'))));--> statement-breakpoint
CREATE POLICY "devices_insert" ON "reelwright"."devices" AS PERMISSIVE FOR INSERT TO "reelwright_member" WITH CHECK (project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor'))));--> statement-breakpoint
CREATE POLICY "devices_update" ON "reelwright"."devices" AS PERMISSIVE FOR UPDATE TO "reelwright_member" USING (project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor')))) WITH CHECK (project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor'))));--> statement-breakpoint
CREATE POLICY "projects_select" ON "reelwright"."projects" AS PERMISSIVE FOR SELECT TO "reelwright_member" USING ((organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or organisation_id = (select reelwright.claim('org')));--> statement-breakpoint
CREATE POLICY "projects_insert" ON "reelwright"."projects" AS PERMISSIVE FOR INSERT TO "reelwright_member" WITH CHECK (((organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor'))) and owner_user_id = (select reelwright.claim('sub')));--> statement-breakpoint
CREATE POLICY "projects_update" ON "reelwright"."projects" AS PERMISSIVE FOR UPDATE TO "reelwright_member" USING ((organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor'))) WITH CHECK ((organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor')));--> statement-breakpoint
CREATE POLICY "projects_delete" ON "reelwright"."projects" AS PERMISSIVE FOR DELETE TO "reelwright_member" USING ((organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) = 'owner'));--> statement-breakpoint
CREATE POLICY "sync_rows_select" ON "reelwright"."sync_rows" AS PERMISSIVE FOR SELECT TO "reelwright_member" USING (project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or organisation_id = (select reelwright.claim('org'))));--> statement-breakpoint
CREATE POLICY "sync_rows_insert" ON "reelwright"."sync_rows" AS PERMISSIVE FOR INSERT TO "reelwright_member" WITH CHECK (project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor'))));--> statement-breakpoint
CREATE POLICY "sync_rows_update" ON "reelwright"."sync_rows" AS PERMISSIVE FOR UPDATE TO "reelwright_member" USING (project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor')))) WITH CHECK (project_id in (select id from reelwright.projects where (organisation_id is null and owner_user_id = (select reelwright.claim('sub'))) or (organisation_id = (select reelwright.claim('org')) and (select reelwright.claim('role')) in ('owner', 'editor'))));
--> statement-breakpoint
GRANT SELECT, INSERT ON reelwright.projects, reelwright.sync_rows, reelwright.devices, reelwright.members, reelwright.ended_sessions, reelwright.audit TO reelwright_member;
--> statement-breakpoint
GRANT DELETE ON reelwright.projects TO reelwright_member;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE reelwright.audit_id_seq TO reelwright_member;
--> statement-breakpoint
GRANT UPDATE (title, schema, head, changed_at_ms, deleted_at_ms) ON reelwright.projects TO reelwright_member;
--> statement-breakpoint
GRANT UPDATE (base, deleted, "values", stamps, row_seq, seqs, seq) ON reelwright.sync_rows TO reelwright_member;
--> statement-breakpoint
GRANT UPDATE (user_id, batch, answer, seen_at_ms) ON reelwright.devices TO reelwright_member;
--> statement-breakpoint
GRANT UPDATE (role, seen_at_ms) ON reelwright.members TO reelwright_member;
--> statement-breakpoint
ALTER TABLE reelwright.projects FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reelwright.sync_rows FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reelwright.devices FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reelwright.members FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reelwright.ended_sessions FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reelwright.audit FORCE ROW LEVEL SECURITY;

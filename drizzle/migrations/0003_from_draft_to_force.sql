CREATE TABLE "audit_checkpoints" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" uuid
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"user_id" uuid,
	"act" text NOT NULL,
	"policy" text,
	CONSTRAINT "audit_entries_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "audit_looks" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"looked_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft_saves" (
	"policy_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"how" text DEFAULT 'drawn' NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"saved_by" uuid,
	CONSTRAINT "draft_saves_policy_id_revision_pk" PRIMARY KEY("policy_id","revision"),
	CONSTRAINT "draft_saves_how" CHECK ("draft_saves"."how" in ('created', 'drawn', 'imported', 'pushed', 'restored'))
);
--> statement-breakpoint
CREATE TABLE "personal_tokens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "personal_tokens_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"proposal_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"note" text,
	"compared_with" integer,
	"approved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_back_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "proposal_editors" (
	"proposal_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "proposal_editors_proposal_id_user_id_pk" PRIMARY KEY("proposal_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"policy_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"revision" integer,
	"content" json NOT NULL,
	"hash" text NOT NULL,
	"findings" json NOT NULL,
	"note" text,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"proposed_by" uuid NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"outcome" text,
	"reason" text,
	CONSTRAINT "proposals_number" UNIQUE("policy_id","number"),
	CONSTRAINT "proposals_kind" CHECK ("proposals"."kind" in ('content', 'approvals')),
	CONSTRAINT "proposals_outcome" CHECK ("proposals"."outcome" in ('applied', 'withdrawn', 'returned', 'replaced') and "proposals"."closed_at" is not null or "proposals"."outcome" is null and "proposals"."closed_at" is null)
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "releases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"policy_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"version_id" uuid NOT NULL,
	"from" timestamp with time zone NOT NULL,
	"reason" text,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" uuid,
	"called_off_at" timestamp with time zone,
	"called_off_by" uuid,
	CONSTRAINT "releases_channel" CHECK ("releases"."channel" in ('staging', 'live')),
	CONSTRAINT "releases_not_in_the_past" CHECK ("releases"."from" >= "releases"."made_at")
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"public_key" text NOT NULL,
	"sealed_private_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	"endorsement" text,
	CONSTRAINT "signing_keys_purpose" CHECK ("signing_keys"."purpose" in ('audit', 'pointers'))
);
--> statement-breakpoint
DROP VIEW "public"."in_force";--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "channel" text DEFAULT 'live' NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "kind" text DEFAULT 'policy' NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "approvals_needed" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "approves" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "hash" text;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "proposal_id" uuid;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "republishes" integer;--> statement-breakpoint
ALTER TABLE "audit_checkpoints" ADD CONSTRAINT "audit_checkpoints_seq_audit_entries_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."audit_entries"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_checkpoints" ADD CONSTRAINT "audit_checkpoints_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_looks" ADD CONSTRAINT "audit_looks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_saves" ADD CONSTRAINT "draft_saves_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_saves" ADD CONSTRAINT "draft_saves_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_tokens" ADD CONSTRAINT "personal_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_editors" ADD CONSTRAINT "proposal_editors_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_editors" ADD CONSTRAINT "proposal_editors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_called_off_by_users_id_fk" FOREIGN KEY ("called_off_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entries_policy" ON "audit_entries" USING btree ("policy","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_user" ON "audit_entries" USING btree ("user_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_act" ON "audit_entries" USING btree ("act","seq");--> statement-breakpoint
CREATE INDEX "personal_tokens_user" ON "personal_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_standing" ON "approvals" USING btree ("proposal_id","user_id") WHERE "approvals"."taken_back_at" is null;--> statement-breakpoint
CREATE INDEX "approvals_proposal" ON "approvals" USING btree ("proposal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_open" ON "proposals" USING btree ("policy_id","kind") WHERE "proposals"."outcome" is null;--> statement-breakpoint
CREATE INDEX "releases_from" ON "releases" USING btree ("policy_id","channel","from" desc,"id" desc);--> statement-breakpoint
CREATE INDEX "releases_version" ON "releases" USING btree ("version_id");--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_proposal" UNIQUE("proposal_id");--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_channel" CHECK ("clients"."channel" in ('staging', 'live'));--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_kind" CHECK ("policies"."kind" in ('policy', 'handbook'));--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_approvals_needed" CHECK ("policies"."approvals_needed" between 1 and 9);--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_approves" CHECK (not ("users"."approves" and "users"."role" = 'auditor'));--> statement-breakpoint
CREATE VIEW "public"."in_force" AS (select distinct on ("releases"."policy_id", "releases"."channel") "releases"."policy_id", "releases"."channel", "releases"."from", "releases"."version_id", "versions"."number", "versions"."published_at", "versions"."published_by" from "releases" inner join "versions" on "versions"."id" = "releases"."version_id" where ("releases"."called_off_at" is null and "releases"."from" <= now()) order by "releases"."policy_id", "releases"."channel", "releases"."from" desc, "releases"."id" desc);
-- What was in force until now is the version published last.
INSERT INTO "releases" ("policy_id", "channel", "version_id", "from", "made_at", "made_by")
	SELECT "policy_id", 'live', "id", "published_at", "published_at", "published_by" FROM "versions" ORDER BY "policy_id", "number";
--> statement-breakpoint
INSERT INTO "draft_saves" ("policy_id", "revision", "saved_at", "saved_by")
	SELECT "policy_id", "revision", "saved_at", "saved_by" FROM "drafts";
--> statement-breakpoint
-- Records are added, and stay as they are. Each rule stands here besides in the application, for those who come by
-- another way: by a bug, or by hand with the application's role.
CREATE FUNCTION "refuse_unless_orphaned"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	kept boolean;
BEGIN
	-- What was never published leaves with its policy, which is gone already when its records are asked to go.
	IF TG_ARGV[0] = 'policy' THEN
		SELECT EXISTS (SELECT FROM "policies" WHERE "id" = OLD."policy_id") INTO kept;
	ELSE
		SELECT EXISTS (SELECT FROM "proposals" WHERE "id" = OLD."proposal_id") INTO kept;
	END IF;
	IF kept THEN
		RAISE EXCEPTION 'DELETE on "%" is refused: records stay', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN OLD;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "draft_saves_never_change" BEFORE UPDATE OR TRUNCATE ON "draft_saves"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "draft_saves_stay" BEFORE DELETE ON "draft_saves"
	FOR EACH ROW EXECUTE FUNCTION "refuse_unless_orphaned"('policy');
--> statement-breakpoint
CREATE TRIGGER "proposal_editors_never_change" BEFORE UPDATE OR TRUNCATE ON "proposal_editors"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "proposal_editors_stay" BEFORE DELETE ON "proposal_editors"
	FOR EACH ROW EXECUTE FUNCTION "refuse_unless_orphaned"('proposal');
--> statement-breakpoint
CREATE FUNCTION "close_proposal_once"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD."outcome" IS NOT NULL OR NEW."outcome" IS NULL
		OR (NEW."id", NEW."policy_id", NEW."number", NEW."kind", NEW."hash", NEW."proposed_at", NEW."proposed_by")
			IS DISTINCT FROM (OLD."id", OLD."policy_id", OLD."number", OLD."kind", OLD."hash", OLD."proposed_at", OLD."proposed_by")
		OR (NEW."revision", NEW."note", NEW."content"::text, NEW."findings"::text)
			IS DISTINCT FROM (OLD."revision", OLD."note", OLD."content"::text, OLD."findings"::text)
	THEN
		RAISE EXCEPTION 'UPDATE on "proposals" is refused: a proposal is closed once, and nothing else of it changes'
			USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "proposals_close_once" BEFORE UPDATE ON "proposals"
	FOR EACH ROW EXECUTE FUNCTION "close_proposal_once"();
--> statement-breakpoint
CREATE TRIGGER "proposals_stay" BEFORE DELETE ON "proposals"
	FOR EACH ROW EXECUTE FUNCTION "refuse_unless_orphaned"('policy');
--> statement-breakpoint
CREATE TRIGGER "proposals_are_kept" BEFORE TRUNCATE ON "proposals"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE FUNCTION "four_eyes"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	proposal "proposals";
BEGIN
	SELECT * FROM "proposals" WHERE "id" = NEW."proposal_id" FOR UPDATE INTO proposal;
	IF proposal."outcome" IS NOT NULL OR proposal."hash" <> NEW."hash" OR NEW."taken_back_at" IS NOT NULL THEN
		RAISE EXCEPTION 'An approval is for the content of an open proposal' USING ERRCODE = 'restrict_violation';
	END IF;
	IF NEW."user_id" = proposal."proposed_by" OR EXISTS (
		SELECT FROM "proposal_editors" WHERE "proposal_id" = NEW."proposal_id" AND "user_id" = NEW."user_id"
	) THEN
		RAISE EXCEPTION 'Nobody approves what they had a hand in' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "approvals_four_eyes" BEFORE INSERT ON "approvals"
	FOR EACH ROW EXECUTE FUNCTION "four_eyes"();
--> statement-breakpoint
CREATE FUNCTION "take_back_once"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD."taken_back_at" IS NOT NULL OR NEW."taken_back_at" IS NULL
		OR (NEW."id", NEW."proposal_id", NEW."user_id", NEW."hash", NEW."note", NEW."compared_with", NEW."approved_at")
			IS DISTINCT FROM (OLD."id", OLD."proposal_id", OLD."user_id", OLD."hash", OLD."note", OLD."compared_with", OLD."approved_at")
	THEN
		RAISE EXCEPTION 'UPDATE on "approvals" is refused: an approval is taken back once, and nothing else of it changes'
			USING ERRCODE = 'restrict_violation';
	END IF;
	IF (SELECT "outcome" FROM "proposals" WHERE "id" = OLD."proposal_id") IS NOT NULL THEN
		RAISE EXCEPTION 'UPDATE on "approvals" is refused: the proposal is closed' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "approvals_taken_back_once" BEFORE UPDATE ON "approvals"
	FOR EACH ROW EXECUTE FUNCTION "take_back_once"();
--> statement-breakpoint
CREATE TRIGGER "approvals_stay" BEFORE DELETE ON "approvals"
	FOR EACH ROW EXECUTE FUNCTION "refuse_unless_orphaned"('proposal');
--> statement-breakpoint
CREATE TRIGGER "approvals_are_kept" BEFORE TRUNCATE ON "approvals"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE FUNCTION "call_off_once"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD."called_off_at" IS NOT NULL OR NEW."called_off_at" IS NULL OR OLD."from" <= clock_timestamp()
		OR (NEW."id", NEW."policy_id", NEW."channel", NEW."version_id", NEW."from", NEW."reason", NEW."made_at", NEW."made_by")
			IS DISTINCT FROM (OLD."id", OLD."policy_id", OLD."channel", OLD."version_id", OLD."from", OLD."reason", OLD."made_at", OLD."made_by")
	THEN
		RAISE EXCEPTION 'UPDATE on "releases" is refused: only what is still to come can be called off'
			USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "releases_called_off_once" BEFORE UPDATE ON "releases"
	FOR EACH ROW EXECUTE FUNCTION "call_off_once"();
--> statement-breakpoint
CREATE TRIGGER "releases_are_kept" BEFORE DELETE OR TRUNCATE ON "releases"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE FUNCTION "link_to_chain"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	last "audit_entries";
BEGIN
	SELECT * FROM "audit_entries" ORDER BY "seq" DESC LIMIT 1 INTO last;
	IF NEW."seq" <> coalesce(last."seq", 0) + 1
		OR NEW."body"::json ->> 'previous' IS DISTINCT FROM last."hash"
		OR (NEW."body"::json ->> 'seq')::bigint IS DISTINCT FROM NEW."seq"
		OR NEW."hash" <> 'sha256-' || encode(sha256(convert_to(NEW."body", 'UTF8')), 'hex')
	THEN
		RAISE EXCEPTION 'An entry of the audit log follows the one before it' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_entries_follow" BEFORE INSERT ON "audit_entries"
	FOR EACH ROW EXECUTE FUNCTION "link_to_chain"();
--> statement-breakpoint
CREATE TRIGGER "audit_entries_never_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entries"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "audit_checkpoints_never_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_checkpoints"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

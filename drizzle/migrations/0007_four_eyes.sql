-- Now is when the statement began, not the transaction. Replaced in its place, so that rights to it stay.
CREATE OR REPLACE VIEW "public"."in_force" AS (select distinct on ("releases"."policy_id", "releases"."channel") "releases"."policy_id", "releases"."channel", "releases"."from", "releases"."version_id", "versions"."number", "versions"."published_at", "versions"."published_by" from "releases" inner join "versions" on "versions"."id" = "releases"."version_id" where ("releases"."called_off_at" is null and "releases"."from" <= statement_timestamp()) order by "releases"."policy_id", "releases"."channel", "releases"."from" desc, "releases"."id" desc);--> statement-breakpoint
-- How many agree to a proposal as it stands: people who may approve and are still here, none of whom had a hand in it,
-- each for exactly its hash. The application counts by this function, and so do the triggers below.
CREATE FUNCTION "standing_approvals"(proposal uuid) RETURNS integer LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
	SELECT count(DISTINCT "approvals"."user_id")::integer
	FROM "approvals"
	JOIN "proposals" ON "proposals"."id" = "approvals"."proposal_id"
	JOIN "users" ON "users"."id" = "approvals"."user_id"
	WHERE "proposals"."id" = proposal
		AND "approvals"."taken_back_at" IS NULL
		AND "approvals"."hash" = "proposals"."hash"
		AND "users"."approves" AND "users"."removed_at" IS NULL
		AND "users"."id" <> "proposals"."proposed_by"
		AND NOT EXISTS (
			SELECT FROM "proposal_editors"
			WHERE "proposal_editors"."proposal_id" = "proposals"."id" AND "proposal_editors"."user_id" = "users"."id"
		)
$$;
--> statement-breakpoint
-- A version is what was approved, byte for byte; or an older one once more; or a sample that came with Remit.
CREATE FUNCTION "publish_what_was_approved"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
	proposal "proposals";
	older "versions";
BEGIN
	IF NEW."number" <> 1 + (SELECT coalesce(max("number"), 0) FROM "versions" WHERE "policy_id" = NEW."policy_id") THEN
		RAISE EXCEPTION 'INSERT on "versions" is refused: numbers have no gaps' USING ERRCODE = 'restrict_violation';
	END IF;
	IF NEW."proposal_id" IS NOT NULL THEN
		SELECT * FROM "proposals" WHERE "id" = NEW."proposal_id" FOR UPDATE INTO proposal;
		IF NEW."republishes" IS NOT NULL
			OR proposal."policy_id" <> NEW."policy_id" OR proposal."kind" <> 'content' OR proposal."outcome" IS NOT NULL
			OR proposal."hash" IS DISTINCT FROM NEW."hash" OR proposal."content"::text <> NEW."document"::text
			OR standing_approvals(NEW."proposal_id")
				< (SELECT "approvals_needed" FROM "policies" WHERE "id" = NEW."policy_id" FOR SHARE)
		THEN
			RAISE EXCEPTION 'INSERT on "versions" is refused: this is not what was approved' USING ERRCODE = 'restrict_violation';
		END IF;
	ELSIF NEW."republishes" IS NOT NULL THEN
		SELECT * FROM "versions" WHERE "policy_id" = NEW."policy_id" AND "number" = NEW."republishes" INTO older;
		IF NOT FOUND OR NEW."hash" IS NULL OR older."document"::text <> NEW."document"::text
			OR older."hash" <> NEW."hash"
		THEN
			RAISE EXCEPTION 'INSERT on "versions" is refused: this is not what was published before' USING ERRCODE = 'restrict_violation';
		END IF;
	ELSIF NEW."number" <> 1 OR NEW."published_by" IS NOT NULL OR EXISTS (
		SELECT FROM "draft_saves" WHERE "policy_id" = NEW."policy_id" AND "saved_by" IS NOT NULL
	) THEN
		RAISE EXCEPTION 'INSERT on "versions" is refused: nobody has approved it' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "versions_were_approved" BEFORE INSERT ON "versions"
	FOR EACH ROW EXECUTE FUNCTION "publish_what_was_approved"();
--> statement-breakpoint
-- Fewer approvals from now on: only as was proposed, and agreed to by as many as were needed until now.
CREATE FUNCTION "lower_as_approved"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
	IF NEW."approvals_needed" < OLD."approvals_needed" AND NOT EXISTS (
		SELECT FROM "proposals"
		WHERE "policy_id" = OLD."id" AND "kind" = 'approvals' AND "outcome" IS NULL
			AND ("content" ->> 'approvalsNeeded')::integer = NEW."approvals_needed"
			AND standing_approvals("id") >= OLD."approvals_needed"
	) THEN
		RAISE EXCEPTION 'UPDATE on "policies" is refused: fewer approvals have to be approved first'
			USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "policies_lower_as_approved" BEFORE UPDATE OF "approvals_needed" ON "policies"
	FOR EACH ROW EXECUTE FUNCTION "lower_as_approved"();
--> statement-breakpoint
-- What is in force begins when it is put there, or later: nobody writes into the past. A moment of the transaction
-- itself is as near as it gets.
CREATE FUNCTION "release_from_now_on"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
	IF NEW."made_at" NOT BETWEEN transaction_timestamp() AND clock_timestamp() OR NEW."called_off_at" IS NOT NULL
		OR NOT EXISTS (SELECT FROM "versions" WHERE "id" = NEW."version_id" AND "policy_id" = NEW."policy_id")
	THEN
		RAISE EXCEPTION 'INSERT on "releases" is refused: a version comes in force now or later, on its own policy'
			USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "releases_from_now_on" BEFORE INSERT ON "releases"
	FOR EACH ROW EXECUTE FUNCTION "release_from_now_on"();

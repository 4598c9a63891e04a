-- What was published never changes: not by a bug, and not by hand with the application's role. The triggers are for
-- each statement, so that a statement is refused even where it would meet no row.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% on "%" is refused: what was published never changes', TG_OP, TG_TABLE_NAME
		USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "versions_never_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "versions"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "version_tables_never_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "version_tables"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "artifacts_never_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "artifacts"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

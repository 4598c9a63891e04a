-- Triggers look at the tables, and never at temporary ones of the same name, which anybody who may connect can make.
ALTER FUNCTION "refuse_change"() SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION "refuse_unless_orphaned"() SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION "close_proposal_once"() SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION "four_eyes"() SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION "take_back_once"() SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION "call_off_once"() SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION "link_to_chain"() SET search_path = public, pg_temp;

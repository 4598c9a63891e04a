ALTER TABLE "proposals" ADD COLUMN "takes_in" json;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "takes_in" json;
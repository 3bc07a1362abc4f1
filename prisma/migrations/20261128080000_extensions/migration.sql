-- CreateEnum
CREATE TYPE "extension_state" AS ENUM ('asked', 'granted', 'refused', 'takenBack');

-- CreateTable
CREATE TABLE "report_extension" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "report_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_by_name" TEXT NOT NULL,
    "asked_by_agency" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "state" "extension_state" NOT NULL DEFAULT 'asked',
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_by_agency" TEXT,
    "decided_until_on" DATE,
    "note" TEXT,

    CONSTRAINT "report_extension_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_extension_report_id_idx" ON "report_extension"("report_id");

-- AddForeignKey
ALTER TABLE "report_extension" ADD CONSTRAINT "report_extension_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open request per report; answers are whole, and never give more than was asked for.
CREATE UNIQUE INDEX "report_extension_open" ON "report_extension"("report_id") WHERE "state" = 'asked';
ALTER TABLE "report_extension"
  ADD CONSTRAINT asks_for_later CHECK (until_on > due_on),
  ADD CONSTRAINT answered_with_instant CHECK ((state = 'asked') = (decided_at IS NULL)),
  ADD CONSTRAINT granted_with_day CHECK ((state = 'granted') = (decided_until_on IS NOT NULL) AND decided_until_on > due_on AND decided_until_on <= until_on);

-- What has been answered stays as it was.
CREATE FUNCTION keep_answered() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'An answered request for an extension is never changed.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER answered BEFORE UPDATE OR DELETE ON "report_extension" FOR EACH ROW WHEN (OLD.state <> 'asked') EXECUTE FUNCTION keep_answered();
CREATE TRIGGER kept BEFORE TRUNCATE ON "report_extension" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The day before it was first extended is always the earlier one.
ALTER TABLE "report" ADD CONSTRAINT extended_to_later CHECK (original_due_on < due_on);

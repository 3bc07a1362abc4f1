-- Who decided, and a number once a year; a record knows the dossier it was decided on.
DROP INDEX "award_decision_agency_id_number_decided_on_key";
ALTER TABLE "award_decision" ADD COLUMN "decided_by" TEXT NOT NULL, ADD COLUMN "year" INTEGER NOT NULL;
CREATE UNIQUE INDEX "award_decision_number_once" ON "award_decision"("agency_id", "decided_by", "year", "number");
ALTER TABLE "award_decision" ADD CONSTRAINT award_decision_year CHECK (year = extract(year FROM decided_on));

ALTER TABLE "award_record" ADD COLUMN "nomination_id" UUID;
CREATE UNIQUE INDEX "award_record_nomination_id_key" ON "award_record"("nomination_id");
ALTER TABLE "award_record" ADD CONSTRAINT "award_record_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "award_record" ADD CONSTRAINT award_record_return CHECK (returned_on IS NULL OR (revoked_on IS NOT NULL AND returned_on >= revoked_on));

-- What a decision says stays: only that it is public, that an object was handed over, and its revocation may be added.
CREATE FUNCTION decision_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.agency_id, NEW.decided_by, NEW.number, NEW.decided_on, NEW.signed_by_name, NEW.title)
     IS DISTINCT FROM (OLD.agency_id, OLD.decided_by, OLD.number, OLD.decided_on, OLD.signed_by_name, OLD.title) THEN
    RAISE EXCEPTION 'A recorded decision is never changed: %', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_decision_stays BEFORE UPDATE OR DELETE ON award_decision FOR EACH ROW EXECUTE FUNCTION decision_stays();

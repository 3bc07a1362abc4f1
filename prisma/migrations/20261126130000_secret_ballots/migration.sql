-- AlterTable
ALTER TABLE "council_session" ADD COLUMN     "quorum" JSONB;

-- AlterTable
ALTER TABLE "agenda_item" ADD COLUMN     "outcome" JSONB;

-- AlterTable
ALTER TABLE "ballot" ADD COLUMN     "handed_out_at" TIMESTAMPTZ(3),
ADD COLUMN     "sealed_box" BYTEA,
ALTER COLUMN "opened_at" SET NOT NULL;

-- AlterTable
ALTER TABLE "ballot_slip" ADD COLUMN     "blinded" BYTEA;

-- One ballot on a dossier in a session; one running seat per person.
CREATE UNIQUE INDEX ballot_once ON ballot (session_id, nomination_id);
CREATE UNIQUE INDEX council_member_running ON council_member (council_id, person_id) WHERE valid_to IS NULL;

-- Whoever could still make slips could not yet count votes: the key is gone before the first vote, the box opens when the ballot closes.
ALTER TABLE ballot ADD CONSTRAINT key_dies_with_handing_out CHECK (handed_out_at IS NULL OR private_key IS NULL);
ALTER TABLE ballot ADD CONSTRAINT box_opens_at_closing CHECK (closed_at IS NOT NULL OR box = '[]');
ALTER TABLE ballot ADD CONSTRAINT sealed_until_closing CHECK (closed_at IS NULL OR sealed_box IS NULL);
ALTER TABLE ballot ADD CONSTRAINT closed_has_result CHECK ((closed_at IS NULL) = (result IS NULL));
ALTER TABLE ballot ADD CONSTRAINT closed_was_handed_out CHECK (closed_at IS NULL OR handed_out_at IS NOT NULL);

CREATE FUNCTION ballot_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'A ballot is never removed' USING ERRCODE = 'integrity_constraint_violation'; END IF;
  IF OLD.closed_at IS NOT NULL AND (to_jsonb(NEW) - 'override' - 'version') <> (to_jsonb(OLD) - 'override' - 'version')
     OR OLD.override IS NOT NULL AND NEW.override IS DISTINCT FROM OLD.override THEN
    RAISE EXCEPTION 'A closed ballot is never changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.rule <> OLD.rule OR NEW.kind <> OLD.kind OR NEW.means <> OLD.means THEN
    RAISE EXCEPTION 'A ballot is counted by the rule it was opened under' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.closed_at IS NOT NULL AND OLD.closed_at IS NULL
     AND jsonb_array_length(NEW.box) > (SELECT count(*) FROM ballot_slip WHERE ballot_id = NEW.id AND NOT written) THEN
    RAISE EXCEPTION 'More votes than slips' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ballot_stays BEFORE UPDATE OR DELETE ON ballot FOR EACH ROW EXECUTE FUNCTION ballot_stays();

-- A slip is handed out once. Of a secret ballot it never says the vote, and none is made once votes are taken.
CREATE FUNCTION slip_is_right() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of ballot;
BEGIN
  SELECT * INTO of FROM ballot WHERE id = NEW.ballot_id;
  IF of.closed_at IS NOT NULL OR of.kind = 'secret' AND (of.handed_out_at IS NOT NULL OR NEW.choice IS NOT NULL)
     OR of.kind = 'open' AND NEW.choice IS NULL THEN
    RAISE EXCEPTION 'No such slip may be made' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER slip_is_right BEFORE INSERT ON ballot_slip FOR EACH ROW EXECUTE FUNCTION slip_is_right();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ballot_slip FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

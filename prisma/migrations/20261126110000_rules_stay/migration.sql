-- Rules that a dossier was judged by stay as they were; only their end and what is said of them may change.
CREATE FUNCTION refuse_change_of_used_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM nomination n JOIN rule_set used ON used.id = n.rule_set_id WHERE OLD.id IN (used.id, used.base_id))
     AND (TG_OP = 'DELETE' OR (NEW.id, NEW.agency_id, NEW.base_id, NEW.definition, NEW.source, NEW.effective_from, NEW.adopted_at)
       IS DISTINCT FROM (OLD.id, OLD.agency_id, OLD.base_id, OLD.definition, OLD.source, OLD.effective_from, OLD.adopted_at)) THEN
    RAISE EXCEPTION 'Rules % were used to judge a dossier: they are never changed', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER used_rules_stay BEFORE UPDATE OR DELETE ON rule_set FOR EACH ROW EXECUTE FUNCTION refuse_change_of_used_rules();
-- A set of an agency goes beside a national one; a national one stands alone.
ALTER TABLE rule_set ADD CONSTRAINT own_rules_have_a_base CHECK ((agency_id IS NULL) = (base_id IS NULL));

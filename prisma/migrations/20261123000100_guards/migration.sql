-- What Prisma's schema cannot say: the campaign's clock, agencies of a day, append-only tables, last guards.

-- The instant everything is decided by. Only a demonstration has a row in demonstration_clock.
CREATE FUNCTION campaign_now() RETURNS timestamptz LANGUAGE sql STABLE AS
$$ SELECT coalesce((SELECT shows_at + (now() - set_at) FROM demonstration_clock), now()) $$;

-- The Vietnamese calendar day of an instant.
CREATE FUNCTION vietnam_day(instant timestamptz) RETURNS date LANGUAGE sql IMMUTABLE AS
$$ SELECT (instant AT TIME ZONE 'UTC' + interval '7 hours')::date $$;

CREATE FUNCTION campaign_today() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT vietnam_day(campaign_now()) $$;

-- Agencies as they were on a day.
CREATE FUNCTION agency_on(day date) RETURNS SETOF agency_term LANGUAGE sql STABLE AS
$$ SELECT * FROM agency_term WHERE (valid_from IS NULL OR valid_from <= day) AND (valid_to IS NULL OR valid_to >= day) $$;

-- What was sent, counted or recorded stays as it was.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'Rows of % can be added, never changed or removed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_figure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consolidation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consolidation_part FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One clock, one name per person whatever its case, one running assignment of a role, terms that do not run backwards.
ALTER TABLE demonstration_clock ADD CONSTRAINT one_clock CHECK (id = 1);
CREATE UNIQUE INDEX person_username_folded ON person (lower(username));
CREATE UNIQUE INDEX assignment_running ON assignment (person_id, agency_id, role) WHERE ended_at IS NULL;
ALTER TABLE agency_term ADD CONSTRAINT term_runs_forward CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to);
ALTER TABLE report ADD CONSTRAINT due_after_opening CHECK (opens_on <= due_on AND (closes_on IS NULL OR closes_on >= due_on));
ALTER TABLE report ADD CONSTRAINT sent_has_version CHECK (status NOT IN ('submitted', 'accepted', 'reported') OR sent_version_id IS NOT NULL);
ALTER TABLE report_figure ADD CONSTRAINT asked_is_positive CHECK (asked >= 0);

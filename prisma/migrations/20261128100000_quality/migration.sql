-- CreateTable
CREATE TABLE "report_quality" (
    "report_id" UUID NOT NULL,
    "numbers" INTEGER NOT NULL,
    "zeros" INTEGER NOT NULL,
    "compared" INTEGER NOT NULL,
    "same" INTEGER NOT NULL,
    "outlying" INTEGER NOT NULL,
    "explained" INTEGER NOT NULL,

    CONSTRAINT "report_quality_pkey" PRIMARY KEY ("report_id")
);

-- AddForeignKey
ALTER TABLE "report_quality" ADD CONSTRAINT "report_quality_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What can be told of the figures of a report as it was last sent, beside the year before and its peers; the limits of peers are the form's.
CREATE FUNCTION judged_quality(reports uuid[]) RETURNS SETOF report_quality LANGUAGE sql STABLE AS
$$ SELECT r.id, count(*)::int, count(*) FILTER (WHERE f.number = 0)::int, count(b.number) FILTER (WHERE f.number <> 0)::int, count(*) FILTER (WHERE f.number <> 0 AND f.number = b.number)::int,
     count(*) FILTER (WHERE p.units >= limits.least AND p.upper > p.lower
       AND (f.number > p.upper + limits.spreads * (p.upper - p.lower) OR f.number < p.lower - limits.spreads * (p.upper - p.lower)))::int,
     (SELECT count(*)::int FROM report_version v CROSS JOIN LATERAL jsonb_object_keys(v.document -> 'explanations') WHERE v.id = r.sent_version_id)
   FROM report r
   JOIN report_form form ON form.id = r.form_id AND form.version = r.form_version
   CROSS JOIN LATERAL (SELECT (form.definition #>> '{checks,peers,least}')::int AS least, (form.definition #>> '{checks,peers,spreads}')::numeric AS spreads OFFSET 0) limits
   CROSS JOIN LATERAL place_on(r.agency_id, r.due_on) place
   JOIN report_figure f ON f.version_id = r.sent_version_id AND f.option = ''
   LEFT JOIN report before ON before.period_id = (r.period_id::int - 1)::text AND before.agency_id = r.agency_id AND before.form_id = r.form_id AND before.kind = r.kind
   LEFT JOIN report_figure b ON b.version_id = before.accepted_version_id AND b.indicator_id = f.indicator_id AND b.option = ''
   LEFT JOIN peer_statistic p ON p.period_id = (r.period_id::int - 1)::text AND p.form_id = r.form_id AND p.agency_type = place.agency_type AND p.indicator_id = f.indicator_id
   WHERE r.id = ANY (reports) AND r.kind = 'own'
   GROUP BY r.id $$;

-- Puts what is kept of these reports right and returns how many were not.
CREATE FUNCTION judge_quality(reports uuid[]) RETURNS int LANGUAGE sql AS
$$ WITH judged AS MATERIALIZED (SELECT * FROM judged_quality(reports)),
   gone AS (
     DELETE FROM report_quality k WHERE k.report_id = ANY (reports) AND NOT EXISTS (SELECT FROM judged j WHERE j.report_id = k.report_id) RETURNING 1
   ), put_right AS (
     INSERT INTO report_quality AS k SELECT * FROM judged
     ON CONFLICT (report_id) DO UPDATE SET numbers = excluded.numbers, zeros = excluded.zeros, compared = excluded.compared, same = excluded.same, outlying = excluded.outlying, explained = excluded.explained
       WHERE (k.numbers, k.zeros, k.compared, k.same, k.outlying, k.explained) <> (excluded.numbers, excluded.zeros, excluded.compared, excluded.same, excluded.outlying, excluded.explained)
     RETURNING 1
   ) SELECT ((SELECT count(*) FROM gone) + (SELECT count(*) FROM put_right))::int $$;

CREATE FUNCTION repair_quality(period text) RETURNS int LANGUAGE sql AS
$$ SELECT judge_quality(array(SELECT id FROM report WHERE period_id = period AND kind = 'own' AND sent_version_id IS NOT NULL)) $$;

SELECT repair_quality(id) FROM reporting_period;

-- After every change of reports: those sent anew, and those of the year after whose comparison was accepted anew.
CREATE FUNCTION keep_quality() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE sent uuid[]; accepted uuid[];
BEGIN
  SELECT array_agg(id) INTO sent FROM (SELECT id, sent_version_id FROM now_is WHERE kind = 'own' EXCEPT SELECT id, sent_version_id FROM was) changed;
  SELECT array_agg(id) INTO accepted FROM (SELECT id, accepted_version_id FROM now_is WHERE kind = 'own' EXCEPT SELECT id, accepted_version_id FROM was) changed;
  IF accepted IS NOT NULL THEN
    SELECT coalesce(sent, '{}') || coalesce(array_agg(n.id), '{}') INTO sent FROM report r
    JOIN report n ON n.period_id = (r.period_id::int + 1)::text AND n.agency_id = r.agency_id AND n.form_id = r.form_id AND n.kind = r.kind
    WHERE r.id = ANY (accepted) AND n.sent_version_id IS NOT NULL;
  END IF;
  IF sent IS NOT NULL THEN PERFORM judge_quality(sent); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER quality AFTER UPDATE ON report REFERENCING OLD TABLE AS was NEW TABLE AS now_is FOR EACH STATEMENT EXECUTE FUNCTION keep_quality();

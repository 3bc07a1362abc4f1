-- AlterTable
ALTER TABLE "report" ADD COLUMN     "first_accepted_at" TIMESTAMPTZ(3),
ADD COLUMN     "original_due_on" DATE;

-- CreateTable
CREATE TABLE "figure_total" (
    "period_id" TEXT NOT NULL,
    "form_id" TEXT NOT NULL,
    "place_id" TEXT NOT NULL,
    "agency_kind" "agency_kind" NOT NULL,
    "agency_type" TEXT NOT NULL,
    "indicator_id" TEXT NOT NULL,
    "option" TEXT NOT NULL DEFAULT '',
    "number" DECIMAL(18,2) NOT NULL,
    "asked" INTEGER NOT NULL,
    "units" INTEGER NOT NULL,

    CONSTRAINT "figure_total_pkey" PRIMARY KEY ("period_id","form_id","indicator_id","option","place_id","agency_kind","agency_type")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "key" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_attachment" (
    "mail_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "mail_attachment_pkey" PRIMARY KEY ("mail_id","file_name")
);

-- CreateIndex
CREATE UNIQUE INDEX "mail_key_key" ON "mail"("key");

-- AddForeignKey
ALTER TABLE "mail_attachment" ADD CONSTRAINT "mail_attachment_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the counts and the curves of a dashboard read of a report, without its documents: every move keeps it, as it keeps any index.
-- The agency stands in the key: whoever looks for one report by this index, with statistics however old, finds one row and not a year's.
CREATE INDEX "report_standing" ON "report" ("period_id", "kind", "agency_id")
  INCLUDE ("status", "due_on", "original_due_on", "late", "nothing_to_report", "first_sent_at", "first_accepted_at")
  WHERE "withdrawn_at" IS NULL;

-- The instant all recipients had accepted for the first time.
UPDATE report r SET first_accepted_at = coalesce(
  (SELECT max(e.at) FROM report_event e JOIN report_version v ON v.id = r.accepted_version_id
   WHERE e.report_id = r.id AND e.move IN ('accept', 'markReported') AND e.version_number = v.number), r.status_since)
WHERE r.accepted_version_id IS NOT NULL;

CREATE FUNCTION keep_first_acceptance() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN NEW.first_accepted_at := NEW.status_since; RETURN NEW; END $$;

CREATE TRIGGER first_acceptance BEFORE UPDATE OF accepted_version_id ON report FOR EACH ROW
  WHEN (NEW.accepted_version_id IS NOT NULL AND NEW.first_accepted_at IS NULL) EXECUTE FUNCTION keep_first_acceptance();

-- Where an agency stood on a day: its province ("VN" for the centre), kind and type; before its first or after its last term, the nearest one.
CREATE FUNCTION place_on(agency text, day date, OUT place_id text, OUT agency_kind agency_kind, OUT agency_type text) LANGUAGE sql STABLE AS
$$ SELECT coalesce(t.province_id, 'VN'), t.kind, t.type FROM agency_term t WHERE t.agency_id = agency
   ORDER BY (coalesce(t.valid_from, '-infinity') <= day AND coalesce(t.valid_to, 'infinity') >= day) DESC, t.valid_from DESC NULLS LAST LIMIT 1 $$;

-- The sums as they should be, from the reports themselves.
CREATE FUNCTION recount_figures(period text) RETURNS SETOF figure_total LANGUAGE sql STABLE AS
$$ SELECT r.period_id, r.form_id, p.place_id, p.agency_kind, p.agency_type, f.indicator_id, f.option, sum(f.number), sum(f.asked)::int, count(*)::int
   FROM report r CROSS JOIN LATERAL place_on(r.agency_id, r.due_on) p JOIN report_figure f ON f.version_id = r.accepted_version_id
   WHERE r.period_id = period AND r.kind = 'own' AND r.withdrawn_at IS NULL
   GROUP BY r.period_id, r.form_id, p.place_id, p.agency_kind, p.agency_type, f.indicator_id, f.option $$;

-- Puts the kept sums of a period right and returns how many were wrong. Whoever accepts meanwhile waits.
CREATE FUNCTION repair_figure_totals(period text) RETURNS int LANGUAGE plpgsql AS $$
DECLARE wrong int;
BEGIN
  LOCK TABLE figure_total IN EXCLUSIVE MODE;
  WITH right_ones AS MATERIALIZED (SELECT * FROM recount_figures(period)),
  gone AS (
    DELETE FROM figure_total k WHERE k.period_id = period AND NOT EXISTS (
      SELECT FROM right_ones n WHERE (n.form_id, n.indicator_id, n.option, n.place_id, n.agency_kind, n.agency_type) = (k.form_id, k.indicator_id, k.option, k.place_id, k.agency_kind, k.agency_type))
    RETURNING (k.number, k.asked, k.units) <> (0::numeric, 0, 0) AS counted
  ), put_right AS (
    INSERT INTO figure_total AS k SELECT * FROM right_ones
    ON CONFLICT (period_id, form_id, indicator_id, option, place_id, agency_kind, agency_type)
      DO UPDATE SET number = excluded.number, asked = excluded.asked, units = excluded.units
      WHERE (k.number, k.asked, k.units) <> (excluded.number, excluded.asked, excluded.units)
    RETURNING 1
  ) SELECT (SELECT count(*) FROM gone WHERE counted) + (SELECT count(*) FROM put_right) INTO wrong;
  RETURN wrong;
END $$;

SELECT repair_figure_totals(id) FROM reporting_period;

-- After every change of reports: what counted no longer goes out, what counts now comes in, in the order of the key so that nobody waits in a ring.
-- What counted before and after cancels out, without a join: the planner knows nothing of how many rows a change has.
CREATE FUNCTION keep_figure_totals() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed jsonb;
BEGIN
  SELECT jsonb_agg(c) INTO changed FROM (
    SELECT sum(sign) AS sign, period_id, form_id, agency_id, due_on, accepted_version_id FROM (
      SELECT -1 AS sign, period_id, form_id, agency_id, due_on, accepted_version_id FROM was WHERE kind = 'own' AND withdrawn_at IS NULL AND accepted_version_id IS NOT NULL
      UNION ALL
      SELECT 1, period_id, form_id, agency_id, due_on, accepted_version_id FROM now_is WHERE kind = 'own' AND withdrawn_at IS NULL AND accepted_version_id IS NOT NULL
    ) both_ways GROUP BY period_id, form_id, agency_id, due_on, accepted_version_id HAVING sum(sign) <> 0
  ) c;
  IF changed IS NULL THEN RETURN NULL; END IF;
  INSERT INTO figure_total AS k
  SELECT c.period_id, c.form_id, p.place_id, p.agency_kind, p.agency_type, f.indicator_id, f.option,
    sum(c.sign * f.number), sum(c.sign * f.asked), sum(c.sign)
  FROM jsonb_to_recordset(changed) AS c (sign int, period_id text, form_id text, agency_id text, due_on date, accepted_version_id uuid)
  CROSS JOIN LATERAL place_on(c.agency_id, c.due_on) p
  JOIN report_figure f ON f.version_id = c.accepted_version_id
  GROUP BY 1, 2, 3, 4, 5, 6, 7
  ORDER BY 1, 2, 6, 7, 3, 4, 5
  ON CONFLICT (period_id, form_id, indicator_id, option, place_id, agency_kind, agency_type)
    DO UPDATE SET number = k.number + excluded.number, asked = k.asked + excluded.asked, units = k.units + excluded.units;
  RETURN NULL;
END $$;

CREATE TRIGGER figure_totals AFTER UPDATE ON report REFERENCING OLD TABLE AS was NEW TABLE AS now_is
  FOR EACH STATEMENT EXECUTE FUNCTION keep_figure_totals();

-- Agencies that are moved, merged or renamed in the past take their sums with them.
CREATE FUNCTION move_figure_totals() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(agency_id) INTO touched FROM now_is;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(agency_id) INTO touched FROM was;
  ELSE
    SELECT array_agg(agency_id) INTO touched FROM (
      SELECT agency_id, kind, type, province_id, valid_from, valid_to FROM was EXCEPT SELECT agency_id, kind, type, province_id, valid_from, valid_to FROM now_is
      UNION ALL (SELECT agency_id, kind, type, province_id, valid_from, valid_to FROM now_is EXCEPT SELECT agency_id, kind, type, province_id, valid_from, valid_to FROM was)
    ) changed;
  END IF;
  PERFORM repair_figure_totals(period_id) FROM (
    SELECT DISTINCT period_id FROM report WHERE agency_id = ANY (touched) AND kind = 'own' AND accepted_version_id IS NOT NULL
  ) counted;
  RETURN NULL;
END $$;

CREATE TRIGGER figure_totals_added AFTER INSERT ON agency_term REFERENCING NEW TABLE AS now_is FOR EACH STATEMENT EXECUTE FUNCTION move_figure_totals();
CREATE TRIGGER figure_totals_removed AFTER DELETE ON agency_term REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION move_figure_totals();
CREATE TRIGGER figure_totals_moved AFTER UPDATE ON agency_term REFERENCING OLD TABLE AS was NEW TABLE AS now_is FOR EACH STATEMENT EXECUTE FUNCTION move_figure_totals();

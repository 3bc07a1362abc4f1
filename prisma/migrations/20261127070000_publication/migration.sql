-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "period_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "agency_name" TEXT NOT NULL,
    "least_units" INTEGER NOT NULL,
    "note" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" UUID NOT NULL,
    "published_by_name" TEXT NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_name" TEXT,
    "withdraw_reason" TEXT,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_measure" (
    "publication_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number_of" TEXT NOT NULL,
    "denominator_of" TEXT,

    CONSTRAINT "published_measure_pkey" PRIMARY KEY ("publication_id","id")
);

-- CreateTable
CREATE TABLE "published_place" (
    "publication_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit_code" TEXT,

    CONSTRAINT "published_place_pkey" PRIMARY KEY ("publication_id","id")
);

-- CreateTable
CREATE TABLE "published_number" (
    "publication_id" UUID NOT NULL,
    "place_id" TEXT NOT NULL,
    "measure_id" TEXT NOT NULL,
    "hidden" BOOLEAN NOT NULL,
    "number" DECIMAL(18,2),
    "denominator" DECIMAL(18,2),
    "units" INTEGER,
    "denominator_units" INTEGER,

    CONSTRAINT "published_number_pkey" PRIMARY KEY ("publication_id","measure_id","place_id")
);

-- CreateTable
CREATE TABLE "published_exemplar" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "agency_name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "fictitious" BOOLEAN NOT NULL DEFAULT false,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" UUID NOT NULL,
    "published_by_name" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_name" TEXT,
    "withdraw_reason" TEXT,

    CONSTRAINT "published_exemplar_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "publication_period_id_published_at_idx" ON "publication"("period_id", "published_at");

-- CreateIndex
CREATE INDEX "published_exemplar_agency_id_idx" ON "published_exemplar"("agency_id");

-- AddForeignKey
ALTER TABLE "published_measure" ADD CONSTRAINT "published_measure_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_place" ADD CONSTRAINT "published_place_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_number" ADD CONSTRAINT "published_number_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_exemplar" ADD CONSTRAINT "published_exemplar_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_number" ADD CONSTRAINT "published_number_publication_id_place_id_fkey" FOREIGN KEY ("publication_id", "place_id") REFERENCES "published_place"("publication_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_number" ADD CONSTRAINT "published_number_publication_id_measure_id_fkey" FOREIGN KEY ("publication_id", "measure_id") REFERENCES "published_measure"("publication_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX "publication_current" ON "publication" ("period_id") WHERE superseded_at IS NULL AND withdrawn_at IS NULL;
ALTER TABLE "publication" ADD CONSTRAINT publication_least CHECK (least_units BETWEEN 2 AND 100),
  ADD CONSTRAINT publication_withdrawal CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL));
ALTER TABLE "published_measure" ADD CONSTRAINT published_measure_kind CHECK (kind IN ('sum', 'share') AND (kind = 'share') = (denominator_of IS NOT NULL));
ALTER TABLE "published_number"
  ADD CONSTRAINT hidden_is_empty CHECK (CASE WHEN hidden THEN number IS NULL AND denominator IS NULL AND units IS NULL AND denominator_units IS NULL ELSE number IS NOT NULL AND units IS NOT NULL END);
ALTER TABLE "published_exemplar" ADD CONSTRAINT published_exemplar_kind CHECK (kind IN ('model', 'example')),
  ADD CONSTRAINT exemplar_withdrawal CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL));

-- What was made public stays as it was; a mistake is withdrawn and published anew.
CREATE FUNCTION keep_published() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'What has been published is never changed (%).', TG_TABLE_NAME; END $$;
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON "published_number" FOR EACH ROW EXECUTE FUNCTION keep_published();
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON "published_measure" FOR EACH ROW EXECUTE FUNCTION keep_published();
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON "published_place" FOR EACH ROW EXECUTE FUNCTION keep_published();

-- All that pages and addresses without a sign-in read of numbers and exemplars.
CREATE VIEW public_period AS
  SELECT b.id AS publication_id, b.period_id, p.year, p.name, b.agency_name, b.least_units, b.note, b.published_at
  FROM publication b JOIN reporting_period p ON p.id = b.period_id WHERE b.superseded_at IS NULL AND b.withdrawn_at IS NULL;
CREATE VIEW public_number AS
  SELECT b.period_id, m.id AS measure_id, m."order" AS measure_order, m.label, m.unit, m.kind, l.id AS place_id, l."order" AS place_order, l.name AS place_name, l.unit_code,
    n.hidden, n.number, n.denominator, n.units
  FROM public_period b JOIN published_number n USING (publication_id)
  JOIN published_measure m ON m.publication_id = n.publication_id AND m.id = n.measure_id
  JOIN published_place l ON l.publication_id = n.publication_id AND l.id = n.place_id;
CREATE VIEW public_exemplar AS
  SELECT e.id, e.kind, e.title, e.agency_id, e.agency_name, t.province_id, e.summary, e.year, e.fictitious, e.published_at
  FROM published_exemplar e LEFT JOIN agency_on(campaign_today()) t ON t.agency_id = e.agency_id WHERE e.withdrawn_at IS NULL;

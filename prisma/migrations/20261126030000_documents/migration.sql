-- CreateTable
CREATE TABLE "document_template" (
    "kind" "report_kind" NOT NULL,
    "version" INTEGER NOT NULL,
    "words" JSONB NOT NULL,
    "file" BYTEA NOT NULL,
    "file_hash" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "effective_on" DATE,
    "entered_by_name" TEXT,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_template_pkey" PRIMARY KEY ("kind","version")
);

-- CreateTable
CREATE TABLE "document_issue" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "version_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "agency_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "symbol" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "signature" JSONB NOT NULL,
    "copies" TEXT[],
    "superior" TEXT,
    "template_kind" "report_kind" NOT NULL,
    "template_version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "docx_hash" TEXT NOT NULL,
    "pdf_hash" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "reason" TEXT,
    "issued_by_id" UUID NOT NULL,
    "issued_by_name" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_issue_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "document_issue_token_key" ON "document_issue"("token");

-- CreateIndex
CREATE INDEX "document_issue_report_id_idx" ON "document_issue"("report_id");

-- CreateIndex
CREATE INDEX "document_issue_version_id_idx" ON "document_issue"("version_id");

-- AddForeignKey
ALTER TABLE "document_issue" ADD CONSTRAINT "document_issue_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "report_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_issue" ADD CONSTRAINT "document_issue_template_kind_template_version_fkey" FOREIGN KEY ("template_kind", "template_version") REFERENCES "document_template"("kind", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- One document of an agency in a year has a number; what has been replaced gives its number to its successor only (documents/issues/service.ts).
CREATE UNIQUE INDEX document_number_once ON document_issue (agency_id, year, number, symbol) WHERE superseded_at IS NULL;
-- One document stands for a version at a time.
CREATE UNIQUE INDEX document_issue_stands ON document_issue (version_id) WHERE superseded_at IS NULL;

-- An issued document stays as it was; only that another one replaces it may be added, once.
CREATE FUNCTION keep_issue() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP <> 'UPDATE' OR OLD.superseded_at IS NOT NULL OR (to_jsonb(NEW) - 'superseded_at') IS DISTINCT FROM (to_jsonb(OLD) - 'superseded_at') THEN
    RAISE EXCEPTION 'Rows of % are issued documents and stay as they are', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_issue BEFORE UPDATE OR DELETE ON document_issue FOR EACH ROW EXECUTE FUNCTION keep_issue();
CREATE TRIGGER keep_issues BEFORE TRUNCATE ON document_issue FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A template on trial may take effect, once; nothing else of it changes.
CREATE FUNCTION keep_template() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP <> 'UPDATE' OR OLD.effective_on IS NOT NULL OR (to_jsonb(NEW) - 'effective_on') IS DISTINCT FROM (to_jsonb(OLD) - 'effective_on') THEN
    RAISE EXCEPTION 'Rows of % are templates that documents may be made of and stay as they are', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_template BEFORE UPDATE OR DELETE ON document_template FOR EACH ROW EXECUTE FUNCTION keep_template();
CREATE TRIGGER keep_templates BEFORE TRUNCATE ON document_template FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

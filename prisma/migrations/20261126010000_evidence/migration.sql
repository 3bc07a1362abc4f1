-- Files attached to reports: content once by its hash, what is attached where, and what a sent version was sent with.
-- CreateEnum
CREATE TYPE "evidence_target" AS ENUM ('cell', 'section', 'report');

-- CreateEnum
CREATE TYPE "evidence_kind" AS ENUM ('attachment', 'signedPaper');

-- CreateEnum
CREATE TYPE "scan_state" AS ENUM ('unscanned', 'clean', 'infected');

-- CreateTable
CREATE TABLE "stored_file" (
    "hash" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "scan" "scan_state" NOT NULL DEFAULT 'unscanned',
    "scanned_at" TIMESTAMPTZ(3),
    "virus" TEXT,
    "signatures" JSONB,
    "roots_seen" TEXT,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "evidence_upload" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "report_id" UUID NOT NULL,
    "target_kind" "evidence_target" NOT NULL,
    "target_key" TEXT NOT NULL,
    "kind" "evidence_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "chunks" TEXT[],
    "person_id" UUID NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "target_kind" "evidence_target" NOT NULL,
    "target_key" TEXT NOT NULL,
    "kind" "evidence_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_by_name" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by_name" TEXT,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_version_evidence" (
    "version_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,

    CONSTRAINT "report_version_evidence_pkey" PRIMARY KEY ("version_id","evidence_id")
);

-- CreateIndex
CREATE INDEX "evidence_upload_report_id_idx" ON "evidence_upload"("report_id");

-- CreateIndex
CREATE INDEX "evidence_report_id_idx" ON "evidence"("report_id");

-- CreateIndex
CREATE INDEX "evidence_hash_idx" ON "evidence"("hash");

-- CreateIndex
CREATE INDEX "report_version_evidence_evidence_id_idx" ON "report_version_evidence"("evidence_id");

-- AddForeignKey
ALTER TABLE "evidence_upload" ADD CONSTRAINT "evidence_upload_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_hash_fkey" FOREIGN KEY ("hash") REFERENCES "stored_file"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_version_evidence" ADD CONSTRAINT "report_version_evidence_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "report_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_version_evidence" ADD CONSTRAINT "report_version_evidence_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE stored_file ADD CONSTRAINT hash_is_sha256 CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE evidence_upload ADD CONSTRAINT received_within_size CHECK (size > 0 AND received BETWEEN 0 AND size);
ALTER TABLE evidence ADD CONSTRAINT only_a_report_has_no_key CHECK ((target_kind = 'report') = (target_key = ''));
ALTER TABLE evidence ADD CONSTRAINT signed_paper_is_of_the_report CHECK (kind = 'attachment' OR target_kind = 'report');
CREATE UNIQUE INDEX evidence_once_a_place ON evidence (report_id, target_kind, target_key, kind, hash) WHERE removed_at IS NULL;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_version_evidence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

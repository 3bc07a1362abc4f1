-- CreateTable
CREATE TABLE "workbook_upload" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "report_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "workbook_upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure_proposal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "report_id" UUID NOT NULL,
    "indicator_id" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "agency_id" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_name" TEXT,
    "outcome" TEXT,

    CONSTRAINT "figure_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "workbook_upload_report_id_idx" ON "workbook_upload"("report_id");

-- CreateIndex
CREATE INDEX "figure_proposal_report_id_decided_at_idx" ON "figure_proposal"("report_id", "decided_at");

-- AddForeignKey
ALTER TABLE "workbook_upload" ADD CONSTRAINT "workbook_upload_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_proposal" ADD CONSTRAINT "figure_proposal_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

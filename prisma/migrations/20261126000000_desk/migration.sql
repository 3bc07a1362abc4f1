-- AlterTable
ALTER TABLE "report" ADD COLUMN     "nothing_to_report" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "section_versions" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "report_comment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "report_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "answers_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "agency_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "follow_up" BOOLEAN NOT NULL DEFAULT false,
    "done_at" TIMESTAMPTZ(3),
    "done_by_name" TEXT,

    CONSTRAINT "report_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_presence" (
    "report_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "agency_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_presence_pkey" PRIMARY KEY ("report_id","person_id")
);

-- CreateTable
CREATE TABLE "peer_statistic" (
    "period_id" TEXT NOT NULL,
    "form_id" TEXT NOT NULL,
    "agency_type" TEXT NOT NULL,
    "indicator_id" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "median" DECIMAL(18,2) NOT NULL,
    "lower" DECIMAL(18,2) NOT NULL,
    "upper" DECIMAL(18,2) NOT NULL,

    CONSTRAINT "peer_statistic_pkey" PRIMARY KEY ("period_id","form_id","agency_type","indicator_id")
);

-- CreateIndex
CREATE INDEX "report_comment_report_id_field_idx" ON "report_comment"("report_id", "field");

-- AddForeignKey
ALTER TABLE "report_comment" ADD CONSTRAINT "report_comment_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_comment" ADD CONSTRAINT "report_comment_answers_id_fkey" FOREIGN KEY ("answers_id") REFERENCES "report_comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_presence" ADD CONSTRAINT "report_presence_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

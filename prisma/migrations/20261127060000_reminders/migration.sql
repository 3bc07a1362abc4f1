-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "agency_name" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "list_title" TEXT NOT NULL,
    "list_address" TEXT NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_report" (
    "reminder_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "agency_id" TEXT NOT NULL,

    CONSTRAINT "reminder_report_pkey" PRIMARY KEY ("reminder_id","report_id")
);

-- CreateTable
CREATE TABLE "agency_mailbox" (
    "agency_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_name" TEXT NOT NULL,

    CONSTRAINT "agency_mailbox_pkey" PRIMARY KEY ("agency_id")
);

-- CreateTable
CREATE TABLE "totals_check" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "period_id" TEXT NOT NULL,
    "wrong" INTEGER NOT NULL,
    "doubtful" INTEGER NOT NULL,
    "sample" JSONB NOT NULL,
    "seconds" DECIMAL(8,2) NOT NULL,

    CONSTRAINT "totals_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reminder_agency_id_sent_at_idx" ON "reminder"("agency_id", "sent_at");

-- CreateIndex
CREATE INDEX "reminder_report_report_id_idx" ON "reminder_report"("report_id");

-- CreateIndex
CREATE INDEX "reminder_report_agency_id_idx" ON "reminder_report"("agency_id");

-- AddForeignKey
ALTER TABLE "reminder_report" ADD CONSTRAINT "reminder_report_reminder_id_fkey" FOREIGN KEY ("reminder_id") REFERENCES "reminder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_report" ADD CONSTRAINT "reminder_report_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_mailbox" ADD CONSTRAINT "agency_mailbox_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "agency_kind" AS ENUM ('government', 'ministry', 'centralBody', 'centralFront', 'province', 'provincePolice', 'provinceHomeAffairs', 'department', 'provinceFront', 'commune');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('reporter', 'head', 'recipientOfficer', 'consolidator', 'secretariat', 'administrator', 'reader');

-- CreateEnum
CREATE TYPE "passage_kind" AS ENUM ('purpose', 'requirement', 'content', 'solution', 'duty', 'award', 'deadline', 'subject', 'target', 'channel', 'unknown');

-- CreateEnum
CREATE TYPE "report_kind" AS ENUM ('own', 'consolidated');

-- CreateEnum
CREATE TYPE "report_status" AS ENUM ('notStarted', 'draft', 'awaitingSignOff', 'submitted', 'returned', 'accepted', 'correcting', 'reported');

-- CreateEnum
CREATE TYPE "recipient_state" AS ENUM ('waiting', 'reviewing', 'accepted', 'returned');

-- CreateTable
CREATE TABLE "agency" (
    "id" TEXT NOT NULL,
    "code_status" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_term" (
    "id" SERIAL NOT NULL,
    "agency_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" "agency_kind" NOT NULL,
    "type" TEXT NOT NULL,
    "region" TEXT,
    "unit_code" TEXT,
    "parent_id" TEXT,
    "path" TEXT NOT NULL,
    "oversight" TEXT NOT NULL,
    "province_id" TEXT,
    "search_text" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "source" TEXT NOT NULL,

    CONSTRAINT "agency_term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_succession" (
    "former_id" TEXT NOT NULL,
    "successor_id" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "agency_succession_pkey" PRIMARY KEY ("former_id","successor_id")
);

-- CreateTable
CREATE TABLE "reporting_period" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "opens_on" DATE NOT NULL,
    "data_closing_on" DATE,
    "note" TEXT,

    CONSTRAINT "reporting_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holiday" (
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "demonstration_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "shows_at" TIMESTAMPTZ(3) NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "demonstration_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "username" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "position" TEXT,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT true,
    "locked_at" TIMESTAMPTZ(3),
    "fictitious" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "agency_id" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "granted_by_id" UUID,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "agency_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_for" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "blocked_until" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "campaign_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,
    "person_name" TEXT NOT NULL,
    "agency_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "scope_path" TEXT NOT NULL,
    "note" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_id" TEXT,
    "agency_id" TEXT NOT NULL,
    "issued_by_agency_id" TEXT,
    "title" TEXT NOT NULL,
    "short_title" TEXT NOT NULL,
    "document_number" TEXT,
    "document_type" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "issued_on" DATE,
    "signed_by" TEXT,
    "signed_as" TEXT,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "metadata" JSONB NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_passage" (
    "plan_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" "passage_kind" NOT NULL,
    "order" INTEGER NOT NULL,
    "title" TEXT,
    "text" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT,
    "actor_agencies" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "extends_id" TEXT,
    "note" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "sources" JSONB NOT NULL DEFAULT '[]',
    "reconstructed" BOOLEAN NOT NULL DEFAULT false,
    "ocr_similarity" DECIMAL(4,2),
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "confirmed_name" TEXT,

    CONSTRAINT "plan_passage_pkey" PRIMARY KEY ("plan_id","id")
);

-- CreateTable
CREATE TABLE "subject_group" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "heading" TEXT,
    "subject_kind" TEXT NOT NULL,
    "agency_kinds" "agency_kind"[],
    "sources" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "subject_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion" (
    "id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "derived_from" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sources" JSONB NOT NULL DEFAULT '[]',
    "reconstructed" BOOLEAN NOT NULL DEFAULT false,
    "ocr_similarity" DECIMAL(4,2),
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "confirmed_name" TEXT,

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_level" (
    "id" TEXT NOT NULL,
    "scale_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "is_proposal" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "assessment_level_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reporting_duty" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reporter_kinds" "agency_kind"[],
    "scope_path" TEXT NOT NULL,
    "excluded_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "report_kind" "report_kind" NOT NULL,
    "recipients" TEXT[],
    "form_id" TEXT NOT NULL,
    "opens_month" INTEGER NOT NULL,
    "opens_day" INTEGER NOT NULL,
    "due_month" INTEGER NOT NULL,
    "due_day" INTEGER NOT NULL,
    "wording" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reporting_duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_form" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,

    CONSTRAINT "report_form_pkey" PRIMARY KEY ("id","version")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "period_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "kind" "report_kind" NOT NULL,
    "form_id" TEXT NOT NULL,
    "form_version" INTEGER NOT NULL,
    "duty_id" TEXT NOT NULL,
    "subject_group_id" TEXT,
    "editor_ids" TEXT[],
    "parent_id" UUID,
    "opens_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "closes_on" DATE,
    "due_wording" TEXT NOT NULL,
    "due_is_default" BOOLEAN NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_for" TEXT,
    "status" "report_status" NOT NULL DEFAULT 'notStarted',
    "status_since" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "draft" JSONB NOT NULL DEFAULT '{}',
    "draft_saved_at" TIMESTAMPTZ(3),
    "draft_saved_by_id" UUID,
    "correction_reason" TEXT,
    "first_sent_at" TIMESTAMPTZ(3),
    "late" BOOLEAN,
    "sent_version_id" UUID,
    "accepted_version_id" UUID,
    "consolidation_id" UUID,
    "reported_on" DATE,
    "reported_number" TEXT,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_recipient" (
    "report_id" UUID NOT NULL,
    "agency_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "state" "recipient_state" NOT NULL DEFAULT 'waiting',
    "since" TIMESTAMPTZ(3),
    "person_name" TEXT,
    "note" TEXT,
    "reasons" JSONB NOT NULL DEFAULT '{}',
    "appraisal" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "report_recipient_pkey" PRIMARY KEY ("report_id","agency_id")
);

-- CreateTable
CREATE TABLE "report_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "report_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "document_hash" TEXT NOT NULL,
    "consolidation_id" UUID,
    "signed_by_id" UUID NOT NULL,
    "signed_by_name" TEXT NOT NULL,
    "signed_by_position" TEXT,
    "entered_by_name" TEXT,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "late" BOOLEAN NOT NULL,
    "reason" TEXT,

    CONSTRAINT "report_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_figure" (
    "version_id" UUID NOT NULL,
    "indicator_id" TEXT NOT NULL,
    "option" TEXT NOT NULL DEFAULT '',
    "number" DECIMAL(18,2) NOT NULL,
    "asked" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_figure_pkey" PRIMARY KEY ("version_id","indicator_id","option")
);

-- CreateTable
CREATE TABLE "report_event" (
    "id" BIGSERIAL NOT NULL,
    "report_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "move" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "person_id" UUID,
    "agency_id" TEXT NOT NULL,
    "agency_name" TEXT NOT NULL,
    "reason" TEXT,
    "version_number" INTEGER,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "report_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consolidation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "report_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "expected" INTEGER NOT NULL,
    "counted" INTEGER NOT NULL,
    "totals" JSONB NOT NULL,

    CONSTRAINT "consolidation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consolidation_part" (
    "consolidation_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,

    CONSTRAINT "consolidation_part_pkey" PRIMARY KEY ("consolidation_id","report_id")
);

-- CreateIndex
CREATE INDEX "agency_term_agency_id_idx" ON "agency_term"("agency_id");

-- CreateIndex
CREATE INDEX "agency_term_parent_id_idx" ON "agency_term"("parent_id");

-- CreateIndex
CREATE INDEX "agency_term_path_idx" ON "agency_term"("path" text_pattern_ops);

-- CreateIndex
CREATE INDEX "agency_term_kind_idx" ON "agency_term"("kind");

-- CreateIndex
CREATE UNIQUE INDEX "reporting_period_year_key" ON "reporting_period"("year");

-- CreateIndex
CREATE UNIQUE INDEX "person_username_key" ON "person"("username");

-- CreateIndex
CREATE INDEX "assignment_person_id_idx" ON "assignment"("person_id");

-- CreateIndex
CREATE INDEX "assignment_agency_id_idx" ON "assignment"("agency_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "audit_entry_scope_path_id_idx" ON "audit_entry"("scope_path" text_pattern_ops, "id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_type_subject_id_idx" ON "audit_entry"("subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_sent_version_id_key" ON "report"("sent_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_accepted_version_id_key" ON "report"("accepted_version_id");

-- CreateIndex
CREATE INDEX "report_parent_id_idx" ON "report"("parent_id");

-- CreateIndex
CREATE INDEX "report_agency_id_idx" ON "report"("agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_period_id_agency_id_form_id_kind_key" ON "report"("period_id", "agency_id", "form_id", "kind");

-- CreateIndex
CREATE INDEX "report_recipient_agency_id_idx" ON "report_recipient"("agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_version_report_id_number_key" ON "report_version"("report_id", "number");

-- CreateIndex
CREATE INDEX "report_event_report_id_id_idx" ON "report_event"("report_id", "id");

-- CreateIndex
CREATE INDEX "consolidation_report_id_idx" ON "consolidation"("report_id");

-- CreateIndex
CREATE INDEX "consolidation_part_version_id_idx" ON "consolidation_part"("version_id");

-- AddForeignKey
ALTER TABLE "agency_term" ADD CONSTRAINT "agency_term_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_term" ADD CONSTRAINT "agency_term_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_succession" ADD CONSTRAINT "agency_succession_former_id_fkey" FOREIGN KEY ("former_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_succession" ADD CONSTRAINT "agency_succession_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_passage" ADD CONSTRAINT "plan_passage_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_group" ADD CONSTRAINT "subject_group_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "subject_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_duty" ADD CONSTRAINT "reporting_duty_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "reporting_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_form_id_form_version_fkey" FOREIGN KEY ("form_id", "form_version") REFERENCES "report_form"("id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_subject_group_id_fkey" FOREIGN KEY ("subject_group_id") REFERENCES "subject_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_recipient" ADD CONSTRAINT "report_recipient_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_recipient" ADD CONSTRAINT "report_recipient_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_version" ADD CONSTRAINT "report_version_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_figure" ADD CONSTRAINT "report_figure_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "report_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_event" ADD CONSTRAINT "report_event_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consolidation" ADD CONSTRAINT "consolidation_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consolidation_part" ADD CONSTRAINT "consolidation_part_consolidation_id_fkey" FOREIGN KEY ("consolidation_id") REFERENCES "consolidation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

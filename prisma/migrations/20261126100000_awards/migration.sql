-- CreateEnum
CREATE TYPE "subject_kind" AS ENUM ('collective', 'individual', 'household');

-- CreateEnum
CREATE TYPE "nomination_status" AS ENUM ('draft', 'proposed', 'returned', 'formChange', 'appraised', 'onAgenda', 'passed', 'notPassed', 'decided', 'refused', 'withdrawn', 'revoked');

-- CreateEnum
CREATE TYPE "round_kind" AS ENUM ('annual', 'interim', 'final', 'sudden');

-- CreateEnum
CREATE TYPE "council_role" AS ENUM ('chair', 'viceChair', 'secretary', 'member');

-- CreateEnum
CREATE TYPE "session_status" AS ENUM ('preparing', 'opened', 'closed');

-- CreateEnum
CREATE TYPE "ballot_kind" AS ENUM ('secret', 'open');

-- CreateTable
CREATE TABLE "rule_set" (
    "id" TEXT NOT NULL,
    "agency_id" TEXT,
    "base_id" TEXT,
    "title" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "adopted_at" TIMESTAMPTZ(3),
    "adopted_by_name" TEXT,
    "warning" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rule_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "base_salary" (
    "effective_from" DATE NOT NULL,
    "amount" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "base_salary_pkey" PRIMARY KEY ("effective_from")
);

-- CreateTable
CREATE TABLE "award_round" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agency_id" TEXT NOT NULL,
    "kind" "round_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "achieved_from" DATE NOT NULL,
    "achieved_to" DATE NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "award_ids" TEXT[],
    "quotas" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "award_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_subject" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "subject_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "description" TEXT,
    "birth_year" INTEGER,
    "is_woman" BOOLEAN,
    "is_direct_worker" BOOLEAN,
    "members" INTEGER,
    "women_members" INTEGER,
    "fictitious" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "award_subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "round_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "award_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "holder_id" TEXT NOT NULL,
    "rule_set_id" TEXT,
    "proposed_on" DATE,
    "status" "nomination_status" NOT NULL DEFAULT 'draft',
    "status_since" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "achievement" TEXT NOT NULL,
    "achieved_from" DATE NOT NULL,
    "achieved_to" DATE NOT NULL,
    "report" JSONB NOT NULL DEFAULT '{}',
    "facts" JSONB NOT NULL DEFAULT '{}',
    "checklist" JSONB NOT NULL DEFAULT '{}',
    "paper_received_on" DATE,
    "file_received_on" DATE,
    "appraisal" TEXT,
    "offered_award_id" TEXT,
    "result" JSONB,
    "decision_id" UUID,

    CONSTRAINT "nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination_event" (
    "id" BIGSERIAL NOT NULL,
    "nomination_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "move" TEXT NOT NULL,
    "person_id" UUID,
    "person_name" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "agency_name" TEXT NOT NULL,
    "reason" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "nomination_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_hold" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "subject_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "placed_by_name" TEXT NOT NULL,
    "placed_by_id" UUID NOT NULL,
    "agency_id" TEXT NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by_name" TEXT,
    "conclusion" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "award_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "nomination_id" UUID NOT NULL,
    "agency_id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "opinion" TEXT,
    "words" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_name" TEXT,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publicity" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agency_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "place" TEXT NOT NULL,

    CONSTRAINT "publicity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publicity_entry" (
    "publicity_id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "feedback" TEXT,
    "is_complaint" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "publicity_entry_pkey" PRIMARY KEY ("publicity_id","nomination_id")
);

-- CreateTable
CREATE TABLE "award_decision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agency_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "signed_by_name" TEXT NOT NULL,
    "signed_by_position" TEXT,
    "title" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "award_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_record" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "subject_id" UUID NOT NULL,
    "award_id" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "decision_id" UUID,
    "decision_number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "decided_by" TEXT NOT NULL,
    "achievement" TEXT,
    "achieved_from" DATE,
    "achieved_to" DATE,
    "bonus" INTEGER,
    "bonus_note" TEXT,
    "issued_on" DATE,
    "revoked_on" DATE,
    "revoked_for" TEXT,
    "returned_on" DATE,
    "origin" TEXT NOT NULL,

    CONSTRAINT "award_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "council" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agency_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "decision_number" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "council_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "council_member" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "council_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "council_role" NOT NULL,
    "agency_id" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "substitutes_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "council_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "council_session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "council_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "meets_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "status" "session_status" NOT NULL DEFAULT 'preparing',
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "member_count" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "council_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "session_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("session_id","member_id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "session_id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "recusals" JSONB NOT NULL DEFAULT '{}',
    "dissent" TEXT,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("session_id","nomination_id")
);

-- CreateTable
CREATE TABLE "ballot" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "session_id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "kind" "ballot_kind" NOT NULL,
    "means" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "public_key" JSONB,
    "private_key" BYTEA,
    "box" JSONB NOT NULL DEFAULT '[]',
    "counts" JSONB NOT NULL DEFAULT '[]',
    "result" JSONB,
    "override" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_slip" (
    "ballot_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "choice" TEXT,
    "written" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ballot_slip_pkey" PRIMARY KEY ("ballot_id","member_id")
);

-- CreateIndex
CREATE INDEX "rule_set_agency_id_effective_from_idx" ON "rule_set"("agency_id", "effective_from");

-- CreateIndex
CREATE INDEX "award_round_agency_id_idx" ON "award_round"("agency_id");

-- CreateIndex
CREATE INDEX "award_subject_agency_id_idx" ON "award_subject"("agency_id");

-- CreateIndex
CREATE INDEX "nomination_round_id_status_idx" ON "nomination"("round_id", "status");

-- CreateIndex
CREATE INDEX "nomination_agency_id_idx" ON "nomination"("agency_id");

-- CreateIndex
CREATE INDEX "nomination_holder_id_status_idx" ON "nomination"("holder_id", "status");

-- CreateIndex
CREATE INDEX "nomination_subject_id_idx" ON "nomination"("subject_id");

-- CreateIndex
CREATE INDEX "nomination_event_nomination_id_id_idx" ON "nomination_event"("nomination_id", "id");

-- CreateIndex
CREATE INDEX "award_hold_subject_id_idx" ON "award_hold"("subject_id");

-- CreateIndex
CREATE INDEX "consultation_agency_id_idx" ON "consultation"("agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "consultation_nomination_id_agency_id_key" ON "consultation"("nomination_id", "agency_id");

-- CreateIndex
CREATE INDEX "publicity_agency_id_idx" ON "publicity"("agency_id");

-- CreateIndex
CREATE INDEX "publicity_entry_nomination_id_idx" ON "publicity_entry"("nomination_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_decision_agency_id_number_decided_on_key" ON "award_decision"("agency_id", "number", "decided_on");

-- CreateIndex
CREATE INDEX "award_record_subject_id_idx" ON "award_record"("subject_id");

-- CreateIndex
CREATE INDEX "award_record_decided_on_idx" ON "award_record"("decided_on");

-- CreateIndex
CREATE INDEX "council_agency_id_idx" ON "council"("agency_id");

-- CreateIndex
CREATE INDEX "council_member_council_id_idx" ON "council_member"("council_id");

-- CreateIndex
CREATE INDEX "council_member_person_id_idx" ON "council_member"("person_id");

-- CreateIndex
CREATE INDEX "council_session_council_id_idx" ON "council_session"("council_id");

-- CreateIndex
CREATE INDEX "ballot_session_id_idx" ON "ballot"("session_id");

-- AddForeignKey
ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_base_id_fkey" FOREIGN KEY ("base_id") REFERENCES "rule_set"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_round" ADD CONSTRAINT "award_round_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_subject" ADD CONSTRAINT "award_subject_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "award_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "award_subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_rule_set_id_fkey" FOREIGN KEY ("rule_set_id") REFERENCES "rule_set"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "award_decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_event" ADD CONSTRAINT "nomination_event_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_hold" ADD CONSTRAINT "award_hold_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "award_subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publicity_entry" ADD CONSTRAINT "publicity_entry_publicity_id_fkey" FOREIGN KEY ("publicity_id") REFERENCES "publicity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publicity_entry" ADD CONSTRAINT "publicity_entry_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_decision" ADD CONSTRAINT "award_decision_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_record" ADD CONSTRAINT "award_record_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "award_subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_record" ADD CONSTRAINT "award_record_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "award_decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council" ADD CONSTRAINT "council_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council_member" ADD CONSTRAINT "council_member_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council_member" ADD CONSTRAINT "council_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "council_session" ADD CONSTRAINT "council_session_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "council_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "council_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "council_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "council_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_slip" ADD CONSTRAINT "ballot_slip_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was done stays as it was.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON nomination_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- A dossier is on one agenda at most, a subject has one running dossier for one form in a round.
CREATE UNIQUE INDEX nomination_once ON nomination (round_id, subject_id, award_id) WHERE status NOT IN ('withdrawn', 'refused', 'notPassed', 'revoked');

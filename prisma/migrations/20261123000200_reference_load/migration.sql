-- CreateTable
CREATE TABLE "reference_load" (
    "id" TEXT NOT NULL DEFAULT 'reference',
    "content_hash" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reference_load_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_other_name" (
    "agency_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "agency_other_name_pkey" PRIMARY KEY ("agency_id","name")
);

-- What Prisma's schema cannot say: an agency has one term from any one day (also one only from “always”).
CREATE UNIQUE INDEX agency_term_start ON agency_term (agency_id, valid_from) NULLS NOT DISTINCT;

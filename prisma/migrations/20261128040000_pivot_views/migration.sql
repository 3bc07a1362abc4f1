-- CreateTable
CREATE TABLE "pivot_view" (
    "id" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "agency_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "pivot_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "pivot_view_scope_id_created_at_idx" ON "pivot_view"("scope_id", "created_at");

-- An agency has one view of a name in a scope: a second click saves nothing twice.
CREATE UNIQUE INDEX "pivot_view_title" ON "pivot_view" ("scope_id", "agency_id", lower("title")) WHERE "retired_at" IS NULL;

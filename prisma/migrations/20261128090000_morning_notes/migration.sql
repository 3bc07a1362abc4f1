-- CreateTable
CREATE TABLE "note_subscription" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "scope_id" TEXT NOT NULL,
    "address" TEXT,
    "hour" INTEGER NOT NULL,
    "weekdays_only" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "note_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note_sending" (
    "subscription_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_sending_pkey" PRIMARY KEY ("subscription_id","day")
);

-- CreateIndex
CREATE INDEX "note_subscription_person_id_idx" ON "note_subscription"("person_id");

-- AddForeignKey
ALTER TABLE "note_subscription" ADD CONSTRAINT "note_subscription_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_sending" ADD CONSTRAINT "note_sending_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "note_subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One note of a scope for a person, at an hour of the working day; the address is kept only as long as it is used.
CREATE UNIQUE INDEX "note_subscription_running" ON "note_subscription" ("person_id", "scope_id") WHERE "ended_at" IS NULL;
ALTER TABLE "note_subscription" ADD CONSTRAINT "note_subscription_hour" CHECK ("hour" BETWEEN 5 AND 20);
ALTER TABLE "note_subscription" ADD CONSTRAINT "note_subscription_address" CHECK (("ended_at" IS NULL) = ("address" IS NOT NULL));

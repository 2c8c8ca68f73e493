-- A person corrects what an organism received; null otherwise. Who goes with since.
ALTER TABLE "Declaration" ADD COLUMN "correctingSince" TIMESTAMPTZ(3);
ALTER TABLE "Declaration" ADD COLUMN "correctingBy" TEXT;
ALTER TABLE "Declaration" ADD CONSTRAINT "Declaration_correcting"
  CHECK (("correctingSince" IS NULL) = ("correctingBy" IS NULL));

-- Since when what would be declared today differs from what was received, and the difference that a person said is wanted.
ALTER TABLE "Declaration" ADD COLUMN "changedSince" TIMESTAMPTZ(3);
ALTER TABLE "Declaration" ADD COLUMN "keptChange" CHAR(64);

-- The form as it was when somebody began to correct, to go back to it.
ALTER TABLE "Series" ADD COLUMN "beforeCorrection" JSONB;

-- What each synchronisation changed, show by show, for the history that people read.
CREATE TABLE "SynchronizationChange" (
  "id" BIGSERIAL PRIMARY KEY,
  "runId" UUID NOT NULL REFERENCES "SynchronizationRun" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "seriesId" UUID NOT NULL REFERENCES "Series" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "kind" TEXT NOT NULL,
  "startAt" TIMESTAMPTZ(3),
  "startAtBefore" TIMESTAMPTZ(3),
  "performances" INTEGER,
  "before" JSONB,
  "after" JSONB,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "SynchronizationChange_kind" CHECK ("kind" IN ('new-series', 'new-performance', 'changed-figures', 'moved', 'gone', 'returned')),
  CONSTRAINT "SynchronizationChange_start" CHECK (("kind" = 'new-series') = ("startAt" IS NULL)),
  CONSTRAINT "SynchronizationChange_performances" CHECK (("kind" = 'new-series') = ("performances" IS NOT NULL) AND "performances" >= 0),
  CONSTRAINT "SynchronizationChange_moved" CHECK (("kind" = 'moved') = ("startAtBefore" IS NOT NULL)),
  CONSTRAINT "SynchronizationChange_figures" CHECK (("kind" = 'changed-figures') = ("before" IS NOT NULL) AND ("before" IS NULL) = ("after" IS NULL))
);
CREATE INDEX "SynchronizationChange_runId_id_idx" ON "SynchronizationChange" ("runId", "id");
CREATE INDEX "SynchronizationChange_seriesId_idx" ON "SynchronizationChange" ("seriesId");
CREATE INDEX "SynchronizationChange_createdAt_idx" ON "SynchronizationChange" ("createdAt");

ALTER TABLE "SynchronizationRun" ADD COLUMN "changesKept" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "SynchronizationRun_createdAt_idx" ON "SynchronizationRun" ("createdAt");

-- What a person answered about a performance that the ticketing no longer knows; null while nobody did.
ALTER TABLE "Performance" ADD COLUMN "keptWhenGone" BOOLEAN;
ALTER TABLE "Performance" ADD CONSTRAINT "Performance_kept_when_gone" CHECK ("keptWhenGone" IS NULL OR "goneAt" IS NOT NULL);

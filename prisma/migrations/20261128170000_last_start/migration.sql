-- Deadlines count from the day of the last performance, which is the day it starts: one that ends after midnight had them a day
-- late, a month at the turn of one.
ALTER TABLE "Series" ADD COLUMN "lastStartAt" TIMESTAMPTZ(3);

UPDATE "Series" SET "lastStartAt" = summary.last_start
FROM (
  SELECT "seriesId", max("startAt") AS last_start
  FROM "Performance"
  WHERE "goneAt" IS NULL OR coalesce("keptWhenGone", num_nonnulls(
    "correctedIncludingCents", "correctedTaxRateBp", "correctedPaidTickets", "correctedFreeTickets") > 0)
  GROUP BY "seriesId"
) AS summary
WHERE summary."seriesId" = "Series".id;

-- Computed again when it is read, then stored by the next change of the show.
UPDATE "Declaration" SET "dueAt" = NULL
FROM "Series"
WHERE "Series".id = "Declaration"."seriesId" AND "Declaration".state IN ('draft', 'refused', 'failed')
  AND ("Series"."lastStartAt" AT TIME ZONE 'Europe/Paris')::date <> ("Series"."lastEndAt" AT TIME ZONE 'Europe/Paris')::date;

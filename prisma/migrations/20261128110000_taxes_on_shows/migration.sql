-- What the taxes on shows (CNM, ASTP) depend on.
ALTER TABLE "Organization" ADD COLUMN "isSubsidised" BOOLEAN;

ALTER TABLE "Series"
  ADD COLUMN "salePriceExcludingCents" BIGINT,
  ADD COLUMN "salePriceIncludingCents" BIGINT,
  ADD COLUMN "hasPrivateContract" BOOLEAN,
  ADD COLUMN "schoolSessionsExempt" BOOLEAN,
  ADD COLUMN "artists" TEXT,
  ADD COLUMN "author" TEXT,
  ADD COLUMN "director" TEXT;

ALTER TABLE "Series"
  ADD CONSTRAINT "Series_salePrice_pair" CHECK (num_nulls("salePriceExcludingCents", "salePriceIncludingCents") IN (0, 2)
    AND "salePriceExcludingCents" BETWEEN 0 AND "salePriceIncludingCents" AND "salePriceIncludingCents" <= 9999999999),
  ADD CONSTRAINT "Series_artists_length" CHECK (length(artists) BETWEEN 1 AND 200),
  ADD CONSTRAINT "Series_author_length" CHECK (length(author) BETWEEN 1 AND 200),
  ADD CONSTRAINT "Series_director_length" CHECK (length(director) BETWEEN 1 AND 200);

-- A show owes one of the two taxes at most, whoever writes and however many at once: ASTP and CNM share one key.
CREATE UNIQUE INDEX "Declaration_one_tax" ON "Declaration" ("seriesId") WHERE organism IN ('CNM', 'ASTP');

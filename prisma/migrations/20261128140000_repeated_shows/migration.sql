-- Of which show another one, typed for the next season, took the answers.
ALTER TABLE "Series" ADD COLUMN "repeatedFromId" UUID;

ALTER TABLE "Series" ADD CONSTRAINT "Series_repeatedFromId_fkey"
  FOREIGN KEY ("repeatedFromId") REFERENCES "Series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE INDEX "Series_repeatedFromId_idx" ON "Series"("repeatedFromId");

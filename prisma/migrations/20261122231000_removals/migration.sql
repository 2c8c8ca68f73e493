-- What a person removed from what they had typed, until it can no longer be taken back.
CREATE TABLE "Removal" (
  "id" UUID NOT NULL,
  "organizationId" UUID NOT NULL,
  "seriesId" UUID NOT NULL,
  "content" JSONB NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Removal_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Removal_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "Removal_createdAt_idx" ON "Removal"("createdAt");

-- A file dropped in the page, its bytes while they are needed, and how files of its shape are read.
CREATE TYPE "ImportState" AS ENUM ('receiving', 'queued', 'reading', 'read', 'refused', 'storing', 'stored', 'failed');

CREATE TABLE "ImportFile" (
  "id" UUID NOT NULL,
  "organizationId" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "size" INTEGER NOT NULL DEFAULT 0,
  "state" "ImportState" NOT NULL DEFAULT 'receiving',
  "revision" INTEGER NOT NULL DEFAULT 1,
  "rowsRead" INTEGER NOT NULL DEFAULT 0,
  "shape" TEXT,
  "isRemembered" BOOLEAN NOT NULL DEFAULT false,
  "mapping" JSONB,
  "reading" JSONB,
  "refusal" TEXT,
  "runId" UUID,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ImportFile_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ImportFile_size_bounds" CHECK ("size" BETWEEN 0 AND 31457280),
  CONSTRAINT "ImportFile_read" CHECK ("state" NOT IN ('read', 'storing') OR num_nulls("shape", "mapping", "reading") = 0),
  CONSTRAINT "ImportFile_refusal" CHECK (("state" = 'refused') = ("refusal" IS NOT NULL)),
  CONSTRAINT "ImportFile_run" CHECK ("state" NOT IN ('storing', 'stored') OR "runId" IS NOT NULL),
  CONSTRAINT "ImportFile_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "ImportFile_runId_key" ON "ImportFile"("runId");
CREATE INDEX "ImportFile_organizationId_createdAt_idx" ON "ImportFile"("organizationId", "createdAt");
CREATE INDEX "ImportFile_createdAt_idx" ON "ImportFile"("createdAt");

CREATE TABLE "ImportChunk" (
  "importId" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "bytes" BYTEA NOT NULL,
  CONSTRAINT "ImportChunk_pkey" PRIMARY KEY ("importId", "position"),
  CONSTRAINT "ImportChunk_importId_fkey" FOREIGN KEY ("importId") REFERENCES "ImportFile"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "ImportShape" (
  "organizationId" UUID NOT NULL,
  "shape" TEXT NOT NULL,
  "mapping" JSONB NOT NULL,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "ImportShape_pkey" PRIMARY KEY ("organizationId", "shape"),
  CONSTRAINT "ImportShape_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

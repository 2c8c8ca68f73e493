-- Documents that a person joins to a show, and what a submission sends of them.
CREATE TYPE "AttachmentType" AS ENUM ('ARTISTIC_CONTRACT', 'PERFORMED_WORK_PROGRAM', 'REVENUE_STATEMENT', 'OTHER');
CREATE TYPE "AttachmentState" AS ENUM ('uploading', 'ready', 'rejected');

CREATE TABLE "Attachment" (
  "id" UUID NOT NULL,
  "organizationId" UUID NOT NULL,
  "seriesId" UUID,
  "type" "AttachmentType" NOT NULL DEFAULT 'OTHER',
  "name" TEXT NOT NULL,
  "contentType" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "received" INTEGER NOT NULL DEFAULT 0,
  "sha256" CHAR(64),
  "state" "AttachmentState" NOT NULL DEFAULT 'uploading',
  "refusal" TEXT,
  "createdById" TEXT NOT NULL,
  "createdBy" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL,
  "removedAt" TIMESTAMPTZ(3),
  CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Attachment_name_bounds" CHECK (char_length("name") BETWEEN 1 AND 200),
  CONSTRAINT "Attachment_size_bounds" CHECK ("size" BETWEEN 1 AND 5242880),
  CONSTRAINT "Attachment_received_bounds" CHECK ("received" BETWEEN 0 AND "size"),
  CONSTRAINT "Attachment_ready" CHECK (("state" = 'ready') = ("sha256" IS NOT NULL) AND ("state" <> 'ready' OR "received" = "size")),
  CONSTRAINT "Attachment_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  CONSTRAINT "Attachment_refusal" CHECK (("state" = 'rejected') = ("refusal" IS NOT NULL)),
  CONSTRAINT "Attachment_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "Attachment_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE INDEX "Attachment_seriesId_createdAt_idx" ON "Attachment"("seriesId", "createdAt");
CREATE INDEX "Attachment_organizationId_idx" ON "Attachment"("organizationId");
CREATE INDEX "Attachment_createdAt_idx" ON "Attachment"("createdAt");

CREATE TABLE "AttachmentChunk" (
  "attachmentId" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "bytes" BYTEA NOT NULL,
  CONSTRAINT "AttachmentChunk_pkey" PRIMARY KEY ("attachmentId", "position"),
  CONSTRAINT "AttachmentChunk_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- A submission keeps several documents of one kind, each in the mail that carries it.
ALTER TABLE "SubmissionDocument"
  ADD COLUMN "position" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "mailNumber" INTEGER,
  ADD CONSTRAINT "SubmissionDocument_mail" CHECK (("kind" = 'attachment') = ("mailNumber" IS NOT NULL) AND "mailNumber" >= 1);
DROP INDEX "SubmissionDocument_submissionId_kind_key";
CREATE UNIQUE INDEX "SubmissionDocument_submissionId_kind_position_key" ON "SubmissionDocument"("submissionId", "kind", "position");

ALTER TABLE "Submission" ADD COLUMN "documentsRecipient" TEXT;
CREATE TRIGGER "Submission_documents_frozen" BEFORE UPDATE ON "Submission" FOR EACH ROW
  WHEN (NEW."documentsRecipient" IS DISTINCT FROM OLD."documentsRecipient") EXECUTE FUNCTION refuse_change();

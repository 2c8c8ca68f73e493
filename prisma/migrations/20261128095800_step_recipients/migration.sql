-- A show played in several departments: one submission, one mail per agency, each with its own statement.
ALTER TABLE "SubmissionStep" ADD COLUMN "recipient" TEXT;
ALTER TABLE "SubmissionStep" ADD COLUMN "agencyName" TEXT;
ALTER TABLE "SubmissionStep" ADD COLUMN "documentId" UUID;
ALTER TABLE "SubmissionStep" ADD COLUMN "performanceIds" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "SubmissionStep" ADD CONSTRAINT "SubmissionStep_documentId_fkey" FOREIGN KEY ("documentId")
  REFERENCES "SubmissionDocument"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A recipient of its own comes with its document and its performances.
ALTER TABLE "SubmissionStep" ADD CONSTRAINT "SubmissionStep_recipient" CHECK (
  (recipient IS NULL AND "documentId" IS NULL AND cardinality("performanceIds") = 0)
  OR (recipient IS NOT NULL AND "documentId" IS NOT NULL AND cardinality("performanceIds") > 0));

CREATE FUNCTION refuse_recipient_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."submissionId", NEW.kind, NEW.recipient, NEW."agencyName", NEW."documentId", NEW."performanceIds")
    IS DISTINCT FROM (OLD."submissionId", OLD.kind, OLD.recipient, OLD."agencyName", OLD."documentId", OLD."performanceIds") THEN
    RAISE EXCEPTION 'what a step sends, and to whom, is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "SubmissionStep_frozen" BEFORE UPDATE ON "SubmissionStep" FOR EACH ROW EXECUTE FUNCTION refuse_recipient_change();

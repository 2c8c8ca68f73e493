-- The invariants that the domain holds, held by the database too. Amounts: 0 to 99,999,999.99 € in cents.

ALTER TABLE "User"
  ADD CONSTRAINT "User_email_normalised" CHECK (email = lower(btrim(email)));

ALTER TABLE "Organization"
  ADD CONSTRAINT "Organization_siren_digits" CHECK (siren ~ '^[0-9]{9}$'),
  ADD CONSTRAINT "Organization_siret_digits" CHECK (siret ~ '^[0-9]{14}$' AND left(siret, 9) = siren),
  ADD CONSTRAINT "Organization_sacemId_digits" CHECK ("sacemId" ~ '^[0-9]{1,10}$'),
  ADD CONSTRAINT "Organization_sacdId_digits" CHECK ("sacdId" ~ '^[0-9]{1,10}$'),
  ADD CONSTRAINT "Organization_address_whole" CHECK (num_nulls(street, "postalCode", city) IN (0, 3));

ALTER TABLE "Series"
  ADD CONSTRAINT "Series_producer_whole" CHECK (num_nulls("producerName", "producerSiren") IN (0, 2)),
  ADD CONSTRAINT "Series_producerSiren_digits" CHECK ("producerSiren" ~ '^[0-9]{9}$'),
  ADD CONSTRAINT "Series_capacity_bounds" CHECK (capacity BETWEEN 0 AND 1000000),
  ADD CONSTRAINT "Series_taxRateBp_bounds" CHECK ("taxRateBp" BETWEEN 0 AND 10000),
  ADD CONSTRAINT "Series_totalExpenses_pair" CHECK (num_nulls("totalExpensesExcludingCents", "totalExpensesIncludingCents") IN (0, 2)
    AND "totalExpensesExcludingCents" BETWEEN 0 AND "totalExpensesIncludingCents" AND "totalExpensesIncludingCents" <= 9999999999),
  ADD CONSTRAINT "Series_approach_pair" CHECK (num_nulls("approachExcludingCents", "approachIncludingCents") IN (0, 2)
    AND "approachExcludingCents" BETWEEN 0 AND "approachIncludingCents" AND "approachIncludingCents" <= 9999999999),
  ADD CONSTRAINT "Series_circus_pair" CHECK (num_nulls("circusExcludingCents", "circusIncludingCents") IN (0, 2)
    AND "circusExcludingCents" BETWEEN 0 AND "circusIncludingCents" AND "circusIncludingCents" <= 9999999999);

ALTER TABLE "Performance"
  ADD CONSTRAINT "Performance_imported_pair" CHECK ("importedExcludingCents" BETWEEN 0 AND "importedIncludingCents" AND "importedIncludingCents" <= 9999999999),
  ADD CONSTRAINT "Performance_imported_tickets" CHECK ("importedPaidTickets" BETWEEN 0 AND 1000000 AND "importedFreeTickets" BETWEEN 0 AND 1000000),
  ADD CONSTRAINT "Performance_imported_rate" CHECK ("importedTaxRateBp" BETWEEN 0 AND 10000),
  ADD CONSTRAINT "Performance_corrected_pair" CHECK (num_nulls("correctedExcludingCents", "correctedIncludingCents") IN (0, 2)
    AND "correctedExcludingCents" BETWEEN 0 AND "correctedIncludingCents" AND "correctedIncludingCents" <= 9999999999),
  ADD CONSTRAINT "Performance_corrected_tickets" CHECK ("correctedPaidTickets" BETWEEN 0 AND 1000000 AND "correctedFreeTickets" BETWEEN 0 AND 1000000),
  ADD CONSTRAINT "Performance_corrected_rate" CHECK ("correctedTaxRateBp" BETWEEN 0 AND 10000),
  ADD CONSTRAINT "Performance_bar_pair" CHECK ("barExcludingCents" BETWEEN 0 AND "barIncludingCents" AND "barIncludingCents" <= 9999999999),
  ADD CONSTRAINT "Performance_catering_pair" CHECK ("cateringExcludingCents" BETWEEN 0 AND "cateringIncludingCents" AND "cateringIncludingCents" <= 9999999999),
  ADD CONSTRAINT "Performance_programmes_pair" CHECK ("programmesExcludingCents" BETWEEN 0 AND "programmesIncludingCents" AND "programmesIncludingCents" <= 9999999999),
  ADD CONSTRAINT "Performance_other_pair" CHECK ("otherExcludingCents" BETWEEN 0 AND "otherIncludingCents" AND "otherIncludingCents" <= 9999999999),
  ADD CONSTRAINT "Performance_capacity_bounds" CHECK (capacity BETWEEN 0 AND 1000000),
  ADD CONSTRAINT "Performance_taxRateBp_bounds" CHECK ("taxRateBp" BETWEEN 0 AND 10000);

ALTER TABLE "SubmissionDocument" ADD CONSTRAINT "SubmissionDocument_sha256" CHECK (sha256 = encode(sha256(bytes), 'hex'));

-- One run at a time per connection; a second request joins it.
CREATE UNIQUE INDEX "SynchronizationRun_one_active" ON "SynchronizationRun" ("connectionId") WHERE state IN ('queued', 'running');

-- One sending at a time per declaration: two clicks, two tabs and two workers make one submission.
CREATE UNIQUE INDEX "Submission_one_in_flight" ON "Submission" ("declarationId") WHERE state IN ('sending', 'unknown');

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SubmissionDocument_frozen" BEFORE UPDATE ON "SubmissionDocument" FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_payload_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.payload, NEW."payloadSha256", NEW.recipient, NEW."authorName", NEW."authorEmail", NEW."createdAt", NEW.organism, NEW."declarationId", NEW.number)
    IS DISTINCT FROM (OLD.payload, OLD."payloadSha256", OLD.recipient, OLD."authorName", OLD."authorEmail", OLD."createdAt", OLD.organism, OLD."declarationId", OLD.number) THEN
    RAISE EXCEPTION 'what a submission sent is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Submission_frozen" BEFORE UPDATE ON "Submission" FOR EACH ROW EXECUTE FUNCTION refuse_payload_change();

CREATE INDEX "Series_search" ON "Series" ("organizationId", "searchText" text_pattern_ops);

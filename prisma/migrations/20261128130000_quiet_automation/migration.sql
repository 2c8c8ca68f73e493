-- When tickets or revenue of a show last changed. Of what is here already, the last moment that could have changed them.
ALTER TABLE "Series" ADD COLUMN "figuresChangedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "Series" SET "figuresChangedAt" = coalesce(
  (SELECT max(greatest("importedAt", "correctedAt", "goneAt")) FROM "Performance" WHERE "seriesId" = "Series".id),
  "createdAt");

-- Paris day on which reminders were last planned: once a morning, whatever the number of workers.
ALTER TABLE "Organization"
  ADD COLUMN "remindedOn" TEXT,
  ADD CONSTRAINT "Organization_remindedOn_day" CHECK ("remindedOn" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');

-- What a person was told of a declaration, each kind once. No foreign key to declarations: one that is removed and put back was told.
CREATE TABLE "Reminder" (
  "id" UUID NOT NULL,
  "organizationId" UUID NOT NULL,
  "declarationId" UUID,
  "period" TEXT,
  "kind" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "isSettled" BOOLEAN NOT NULL DEFAULT false,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "sendingAt" TIMESTAMPTZ(3),
  "sentAt" TIMESTAMPTZ(3),
  CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Reminder_declaration_or_period" CHECK (num_nonnulls("declarationId", "period") = 1),
  CONSTRAINT "Reminder_period_quarter" CHECK ("period" ~ '^[0-9]{4}-T[1-4]$'),
  CONSTRAINT "Reminder_kind_known" CHECK ("kind" IN ('ready', 'week', 'day', 'late')),
  CONSTRAINT "Reminder_sent" CHECK ("sentAt" IS NULL OR ("sendingAt" IS NOT NULL AND NOT "isSettled")),
  CONSTRAINT "Reminder_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "Reminder_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Reminder_declarationId_kind_userId_key" ON "Reminder"("declarationId", "kind", "userId");
CREATE UNIQUE INDEX "Reminder_organizationId_period_kind_userId_key" ON "Reminder"("organizationId", "period", "kind", "userId");
CREATE INDEX "Reminder_userId_kind_idx" ON "Reminder"("userId", "kind");
CREATE INDEX "Reminder_createdAt_idx" ON "Reminder"("createdAt");

-- Kinds of reminder that a person turned off.
CREATE TABLE "MutedReminder" (
  "userId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "mutedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "MutedReminder_pkey" PRIMARY KEY ("userId", "kind"),
  CONSTRAINT "MutedReminder_kind_known" CHECK ("kind" IN ('ready', 'week', 'day', 'late')),
  CONSTRAINT "MutedReminder_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- A person allowed this declaration to leave by itself.
CREATE TABLE "AutomaticTransmission" (
  "declarationId" UUID NOT NULL,
  "allowedById" TEXT,
  "allowedBy" TEXT NOT NULL,
  "allowedAt" TIMESTAMPTZ(3) NOT NULL,
  "plannedFor" TIMESTAMPTZ(3),
  "announcedAt" TIMESTAMPTZ(3),
  "sentAt" TIMESTAMPTZ(3),
  "stoppedAt" TIMESTAMPTZ(3),
  "stoppedBy" TEXT,
  "stopReason" TEXT,
  CONSTRAINT "AutomaticTransmission_pkey" PRIMARY KEY ("declarationId"),
  CONSTRAINT "AutomaticTransmission_announced" CHECK ("plannedFor" IS NOT NULL OR num_nonnulls("announcedAt", "sentAt") = 0),
  CONSTRAINT "AutomaticTransmission_sent_announced" CHECK ("sentAt" IS NULL OR "announcedAt" IS NOT NULL),
  CONSTRAINT "AutomaticTransmission_sent_or_stopped" CHECK (num_nonnulls("sentAt", "stoppedAt") < 2),
  CONSTRAINT "AutomaticTransmission_stop_whole" CHECK (("stoppedAt" IS NULL) = ("stopReason" IS NULL) AND ("stoppedBy" IS NULL OR "stoppedAt" IS NOT NULL)),
  CONSTRAINT "AutomaticTransmission_stopReason_known" CHECK ("stopReason" IN ('person', 'figures', 'incomplete', 'warnings', 'state', 'deadline', 'rights')),
  CONSTRAINT "AutomaticTransmission_declarationId_fkey" FOREIGN KEY ("declarationId") REFERENCES "Declaration"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "AutomaticTransmission_allowedById_fkey" FOREIGN KEY ("allowedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE
);

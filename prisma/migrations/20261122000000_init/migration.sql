-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "TicketingSystem" AS ENUM ('billetweb', 'helloasso', 'mapado', 'shotgun', 'soticket', 'supersoniks');

-- CreateEnum
CREATE TYPE "SynchronizationState" AS ENUM ('queued', 'running', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "Genre" AS ENUM ('OUTDOOR_PERFORMANCE', 'CABARET_AND_MUSIC_HALL', 'CIRCUS_AND_MAGIC', 'MUSICAL_THEATRE', 'DANCE', 'COMEDY_AND_STAND_UP', 'PUPPETRY', 'CLASSICAL_AND_OPERA_AND_CONTEMPORARY_MUSIC', 'POPULAR_AND_JAZZ_MUSIC', 'WORLD_AND_TRADITIONAL_MUSIC_AND_DANCE', 'HISTORICAL_REENACTMENTS_AND_HERITAGE_SOUND_AND_LIGHT_SHOWS', 'LIVE_PERFORMANCE_WITHOUT_DOMINANT_DISCIPLINE', 'ICE_SHOWS_AND_THEME_PARKS_AND_RELATED_PERFORMANCES', 'THEATRE_AND_STORYTELLING_AND_MIME');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('ALL', 'YOUNG', 'SCHOOL');

-- CreateEnum
CREATE TYPE "Organism" AS ENUM ('SACEM', 'SACD', 'CNM', 'ASTP', 'SIBIL');

-- CreateEnum
CREATE TYPE "DeclarationState" AS ENUM ('draft', 'sending', 'sent', 'accepted', 'refused', 'failed', 'unknown');

-- CreateEnum
CREATE TYPE "StepState" AS ENUM ('waiting', 'running', 'succeeded', 'refused', 'failed', 'unknown');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "firstname" TEXT NOT NULL,
    "lastname" TEXT NOT NULL,
    "image" TEXT,
    "termsVersion" TEXT NOT NULL,
    "termsAcceptedAt" TIMESTAMPTZ(3) NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'user',
    "banned" BOOLEAN NOT NULL DEFAULT false,
    "banReason" TEXT,
    "banExpires" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "impersonatedBy" TEXT,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "siren" CHAR(9) NOT NULL,
    "siret" CHAR(14) NOT NULL,
    "street" TEXT,
    "postalCode" TEXT,
    "city" TEXT,
    "countryCode" CHAR(2) NOT NULL DEFAULT 'FR',
    "sacemId" TEXT,
    "sacdId" TEXT,
    "licenceNumbers" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "organizationId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("organizationId","userId")
);

-- CreateTable
CREATE TABLE "Venue" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "postalCode" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "countryCode" CHAR(2) NOT NULL DEFAULT 'FR',

    CONSTRAINT "Venue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TicketingConnection" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "system" "TicketingSystem" NOT NULL,
    "remoteAccount" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "credentials" TEXT,
    "credentialHint" TEXT,
    "synchronizedSince" TIMESTAMPTZ(3),
    "lastSuccessAt" TIMESTAMPTZ(3),
    "lastErrorAt" TIMESTAMPTZ(3),
    "lastErrorCode" TEXT,
    "consecutiveFailures" INTEGER NOT NULL DEFAULT 0,
    "userToldAt" TIMESTAMPTZ(3),
    "nextRunAt" TIMESTAMPTZ(3),
    "disconnectedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TicketingConnection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SynchronizationRun" (
    "id" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "state" "SynchronizationState" NOT NULL DEFAULT 'queued',
    "trigger" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "heartbeatAt" TIMESTAMPTZ(3),
    "seriesTotal" INTEGER,
    "seriesDone" INTEGER NOT NULL DEFAULT 0,
    "performancesDone" INTEGER NOT NULL DEFAULT 0,
    "ticketsDone" INTEGER NOT NULL DEFAULT 0,
    "requests" INTEGER NOT NULL DEFAULT 0,
    "doneSeriesIds" TEXT[],
    "newSeries" INTEGER NOT NULL DEFAULT 0,
    "newPerformances" INTEGER NOT NULL DEFAULT 0,
    "changedFigures" INTEGER NOT NULL DEFAULT 0,
    "gonePerformances" INTEGER NOT NULL DEFAULT 0,
    "warnings" JSONB NOT NULL DEFAULT '[]',
    "errorCode" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SynchronizationRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProviderRequest" (
    "id" BIGSERIAL NOT NULL,
    "quotaKey" TEXT NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProviderRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProviderPenalty" (
    "quotaKey" TEXT NOT NULL,
    "blockedUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProviderPenalty_pkey" PRIMARY KEY ("quotaKey")
);

-- CreateTable
CREATE TABLE "Series" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "connectionId" UUID,
    "system" "TicketingSystem" NOT NULL,
    "remoteAccount" TEXT NOT NULL,
    "remoteId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "genre" "Genre",
    "audience" "Audience" NOT NULL DEFAULT 'ALL',
    "producerName" TEXT,
    "producerSiren" CHAR(9),
    "venueId" UUID,
    "capacity" INTEGER,
    "taxRateBp" INTEGER,
    "totalExpensesExcludingCents" BIGINT,
    "totalExpensesIncludingCents" BIGINT,
    "approachExcludingCents" BIGINT,
    "approachIncludingCents" BIGINT,
    "circusExcludingCents" BIGINT,
    "circusIncludingCents" BIGINT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "firstStartAt" TIMESTAMPTZ(3),
    "lastEndAt" TIMESTAMPTZ(3),
    "searchText" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Performance" (
    "id" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "remoteId" TEXT NOT NULL,
    "startAt" TIMESTAMPTZ(3) NOT NULL,
    "endAt" TIMESTAMPTZ(3),
    "importedIncludingCents" BIGINT NOT NULL,
    "importedExcludingCents" BIGINT NOT NULL,
    "importedTaxRateBp" INTEGER,
    "importedPaidTickets" INTEGER NOT NULL,
    "importedFreeTickets" INTEGER NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,
    "correctedIncludingCents" BIGINT,
    "correctedExcludingCents" BIGINT,
    "correctedTaxRateBp" INTEGER,
    "correctedPaidTickets" INTEGER,
    "correctedFreeTickets" INTEGER,
    "correctedAt" TIMESTAMPTZ(3),
    "correctedBy" TEXT,
    "barExcludingCents" BIGINT NOT NULL DEFAULT 0,
    "barIncludingCents" BIGINT NOT NULL DEFAULT 0,
    "cateringExcludingCents" BIGINT NOT NULL DEFAULT 0,
    "cateringIncludingCents" BIGINT NOT NULL DEFAULT 0,
    "programmesExcludingCents" BIGINT NOT NULL DEFAULT 0,
    "programmesIncludingCents" BIGINT NOT NULL DEFAULT 0,
    "otherExcludingCents" BIGINT NOT NULL DEFAULT 0,
    "otherIncludingCents" BIGINT NOT NULL DEFAULT 0,
    "venueId" UUID,
    "capacity" INTEGER,
    "audience" "Audience",
    "taxRateBp" INTEGER,
    "goneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Performance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Declaration" (
    "id" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "organism" "Organism" NOT NULL,
    "state" "DeclarationState" NOT NULL DEFAULT 'draft',
    "dueAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "declarationId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "organism" "Organism" NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "DeclarationState" NOT NULL DEFAULT 'sending',
    "payload" JSONB NOT NULL,
    "payloadSha256" CHAR(64) NOT NULL,
    "recipient" TEXT NOT NULL,
    "agencyName" TEXT,
    "authorId" TEXT,
    "authorName" TEXT NOT NULL,
    "authorEmail" TEXT NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '[]',
    "message" TEXT,
    "errorCode" TEXT,
    "resolution" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubmissionDocument" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" CHAR(64) NOT NULL,

    CONSTRAINT "SubmissionDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubmissionStep" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "StepState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sendingAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "errorCode" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "SubmissionStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agency" (
    "id" UUID NOT NULL,
    "organism" "Organism" NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgencyPostalCode" (
    "organism" "Organism" NOT NULL,
    "code" TEXT NOT NULL,
    "agencyId" UUID NOT NULL,

    CONSTRAINT "AgencyPostalCode_pkey" PRIMARY KEY ("organism","code")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "organizationId" UUID,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DirectoryCache" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DirectoryCache_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_siret_key" ON "Organization"("siret");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Venue_organizationId_name_street_postalCode_city_countryCod_key" ON "Venue"("organizationId", "name", "street", "postalCode", "city", "countryCode");

-- CreateIndex
CREATE INDEX "TicketingConnection_nextRunAt_idx" ON "TicketingConnection"("nextRunAt");

-- CreateIndex
CREATE UNIQUE INDEX "TicketingConnection_organizationId_system_remoteAccount_key" ON "TicketingConnection"("organizationId", "system", "remoteAccount");

-- CreateIndex
CREATE INDEX "SynchronizationRun_connectionId_createdAt_idx" ON "SynchronizationRun"("connectionId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ProviderRequest_quotaKey_grantedAt_idx" ON "ProviderRequest"("quotaKey", "grantedAt");

-- CreateIndex
CREATE INDEX "Series_organizationId_lastEndAt_id_idx" ON "Series"("organizationId", "lastEndAt" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "Series_organizationId_system_remoteAccount_remoteId_key" ON "Series"("organizationId", "system", "remoteAccount", "remoteId");

-- CreateIndex
CREATE INDEX "Performance_seriesId_startAt_id_idx" ON "Performance"("seriesId", "startAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Performance_seriesId_remoteId_key" ON "Performance"("seriesId", "remoteId");

-- CreateIndex
CREATE INDEX "Declaration_state_dueAt_idx" ON "Declaration"("state", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Declaration_seriesId_organism_key" ON "Declaration"("seriesId", "organism");

-- CreateIndex
CREATE INDEX "Submission_organizationId_createdAt_id_idx" ON "Submission"("organizationId", "createdAt" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_declarationId_number_key" ON "Submission"("declarationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "SubmissionDocument_submissionId_kind_key" ON "SubmissionDocument"("submissionId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "SubmissionStep_submissionId_position_key" ON "SubmissionStep"("submissionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Agency_organism_email_key" ON "Agency"("organism", "email");

-- CreateIndex
CREATE INDEX "AgencyPostalCode_agencyId_idx" ON "AgencyPostalCode"("agencyId");

-- CreateIndex
CREATE INDEX "AuditEvent_organizationId_createdAt_id_idx" ON "AuditEvent"("organizationId", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "DirectoryCache_expiresAt_idx" ON "DirectoryCache"("expiresAt");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Venue" ADD CONSTRAINT "Venue_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketingConnection" ADD CONSTRAINT "TicketingConnection_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SynchronizationRun" ADD CONSTRAINT "SynchronizationRun_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "TicketingConnection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "TicketingConnection"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Performance" ADD CONSTRAINT "Performance_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Performance" ADD CONSTRAINT "Performance_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "Venue"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Declaration" ADD CONSTRAINT "Declaration_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_declarationId_fkey" FOREIGN KEY ("declarationId") REFERENCES "Declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionDocument" ADD CONSTRAINT "SubmissionDocument_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionStep" ADD CONSTRAINT "SubmissionStep_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyPostalCode" ADD CONSTRAINT "AgencyPostalCode_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



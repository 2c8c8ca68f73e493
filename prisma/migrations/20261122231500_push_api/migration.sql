-- Keys of ticketing editors, and the answers they may ask for again.
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "prefix" TEXT NOT NULL,
    "secretSha256" CHAR(64) NOT NULL,
    "hint" CHAR(4) NOT NULL,
    "scopes" TEXT[],
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ApiKey_secretSha256_digits" CHECK ("secretSha256" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "ApiKey_scopes_known" CHECK (cardinality("scopes") > 0 AND "scopes" <@ ARRAY['figures:write', 'figures:read'])
);

CREATE TABLE "IdempotentRequest" (
    "connectionId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,
    "status" INTEGER,
    "body" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotentRequest_pkey" PRIMARY KEY ("connectionId", "key"),
    CONSTRAINT "IdempotentRequest_key_bounds" CHECK (length("key") BETWEEN 1 AND 255),
    CONSTRAINT "IdempotentRequest_answer_whole" CHECK (num_nulls("status", "body") IN (0, 2))
);

CREATE UNIQUE INDEX "ApiKey_prefix_key" ON "ApiKey"("prefix");
CREATE INDEX "ApiKey_connectionId_idx" ON "ApiKey"("connectionId");
CREATE INDEX "IdempotentRequest_createdAt_idx" ON "IdempotentRequest"("createdAt");
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "TicketingConnection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "IdempotentRequest" ADD CONSTRAINT "IdempotentRequest_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "TicketingConnection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Typing the same editor twice makes one family of keys, even in two tabs at once.
CREATE UNIQUE INDEX "TicketingConnection_push_editor" ON "TicketingConnection"("organizationId", lower(label)) WHERE system = 'push';

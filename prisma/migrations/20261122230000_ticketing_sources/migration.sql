-- A show also comes from an imported file, from typing, or from the push API.
ALTER TYPE "TicketingSystem" RENAME TO "TicketingSource";
ALTER TYPE "TicketingSource" ADD VALUE 'file';
ALTER TYPE "TicketingSource" ADD VALUE 'manual';
ALTER TYPE "TicketingSource" ADD VALUE 'push';

-- Where a run that walks the tickets of a whole account goes on after a stop, and how far it was.
ALTER TABLE "SynchronizationRun" ADD COLUMN "checkpoint" TEXT;
ALTER TABLE "SynchronizationRun" ADD COLUMN "ticketsRead" INTEGER NOT NULL DEFAULT 0;

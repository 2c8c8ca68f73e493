-- SIBIL is declared by a whole structure for a quarter, not show by show.
ALTER TABLE "Declaration"
  ALTER COLUMN "seriesId" DROP NOT NULL,
  ADD COLUMN "organizationId" UUID,
  ADD COLUMN "period" TEXT,
  ADD CONSTRAINT "Declaration_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Declaration_series_or_period" CHECK (
    (organism <> 'SIBIL' AND "seriesId" IS NOT NULL AND num_nonnulls("organizationId", "period") = 0)
    OR ("seriesId" IS NULL AND num_nulls("organizationId", "period") = 0)),
  ADD CONSTRAINT "Declaration_period_quarter" CHECK ("period" ~ '^[0-9]{4}-T[1-4]$');

CREATE UNIQUE INDEX "Declaration_organizationId_organism_period_key" ON "Declaration"("organizationId", "organism", "period");

-- The types of place of SIBIL's list.
ALTER TABLE "Venue"
  ADD COLUMN "kind" TEXT,
  ADD CONSTRAINT "Venue_kind_known" CHECK ("kind" IN ('THEATRE', 'ESPACE_POLYVALENT', 'CASINO_DISCOTHEQUE_HOTEL_CAFE_RESTAURANT',
    'SALLE_CONCERT_AUDITORIUM_OPERA_ZENITH', 'CABARET_MUSIC_HALL', 'PLEIN_AIR_PARC_LOISIRS_ATTRACTION',
    'STRUCTURE_ITINERANTE_DEMONTABLE_CHAPITEAU', 'LIEU_DE_CULTE', 'LIEU_DE_SANTE', 'AUTRE'));

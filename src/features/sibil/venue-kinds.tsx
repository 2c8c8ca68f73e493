'use client';
import { type VenueKind, venueKinds } from '@/domain/venue-kind';
import { venueKindLabels } from '@/i18n/labels';
import type { QuarterView } from '@/server/sibil/quarter.schema';

/** The kind of each place of the quarter, asked once for all its shows and kept for the next quarters. */
export function VenueKinds({
  venues,
  onKind,
}: {
  readonly venues: QuarterView['venues'];
  readonly onKind: (venueId: string, kind: VenueKind) => void;
}) {
  if (venues.length === 0) return null;
  return (
    <section aria-labelledby="lieux" className="fr-mb-5w">
      <h2 id="lieux" className="fr-h4">
        Types de lieux
      </h2>
      <p>Une réponse par lieu suffit, pour tous les spectacles et tous les trimestres.</p>
      {venues.map(({ id, name, city, kind }) => (
        <div key={id} className="fr-select-group">
          <label className="fr-label app-break" htmlFor={`lieu-${id}`}>
            {name}, {city}
          </label>
          <select
            id={`lieu-${id}`}
            className="fr-select"
            value={kind ?? ''}
            onChange={({ target }) => {
              const chosen = venueKinds.find((known) => known === target.value);
              if (chosen) onKind(id, chosen);
            }}
          >
            <option value="" disabled>
              Choisir un type de lieu
            </option>
            {venueKinds.map((known) => (
              <option key={known} value={known}>
                {venueKindLabels[known]}
              </option>
            ))}
          </select>
        </div>
      ))}
    </section>
  );
}

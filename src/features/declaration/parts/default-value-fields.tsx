'use client';
import { useState } from 'react';
import { type Audience, audiences } from '@/domain/genre';
import { audienceLabels } from '@/i18n/labels';
import { useDraftSession, useField } from '../draft-context';
import { parseCount } from '../store/input';
import { changeDefault, type PropagationCount } from '../store/propagate';
import { FieldFrame } from './field-frame';
import { RateOptions, readRate } from './rate-options';
import { describePropagation } from './describe-propagation';
import { useTextInput } from './use-text-input';
import { VenueField } from './venue-field';
import styles from '../declaration.module.css';

/** Values that every performance shows unless it has its own: public, VAT rate, venue, capacity. */
export function DefaultValueFields() {
  return (
    <div className={styles.fields}>
      <DefaultVenueField />
      <DefaultCapacityField />
      <DefaultAudienceField />
      <DefaultRateField />
    </div>
  );
}

/** The sentence that tells how far a changed default went, beside its field and aloud. */
function usePropagationNote(): [string | null, (count: PropagationCount) => void] {
  const [note, setNote] = useState<string | null>(null);
  return [note, (count) => setNote(describePropagation(count))];
}

function DefaultVenueField() {
  const { store } = useDraftSession();
  const { value } = useField('series.venue');
  const [note, tell] = usePropagationNote();
  return (
    <VenueField
      id="series.venue"
      label="Lieu du spectacle"
      value={value}
      note={note}
      onChange={(venue, capacity) => {
        const known = store.getDraft().series.capacity;
        const besides =
          capacity !== null && known === null ? [{ path: 'series.capacity' as const, value: capacity }] : [];
        tell(changeDefault(store, 'venue', venue, besides));
      }}
    />
  );
}

function DefaultCapacityField() {
  const { store, locked } = useDraftSession();
  const state = useField('series.capacity');
  const [note, tell] = usePropagationNote();
  const { input, fault } = useTextInput({
    state,
    readState: () => store.getField('series.capacity'),
    text: state.value === null ? '' : String(state.value),
    parse: parseCount,
    commits: 'leave',
    onValue: (capacity) => tell(changeDefault(store, 'capacity', capacity)),
    onInvalid: (invalid) => store.reject('series.capacity', invalid),
    onLeave: () => store.closeEdit(),
  });
  return (
    <FieldFrame
      id="series.capacity"
      label="Jauge de la salle"
      hint="Nombre de places ouvertes au public"
      fault={fault}
      note={note}
    >
      <input
        id="series.capacity"
        className="fr-input"
        inputMode="numeric"
        readOnly={locked}
        aria-describedby="series.capacity-message"
        {...input}
      />
    </FieldFrame>
  );
}

function DefaultAudienceField() {
  const { store, locked } = useDraftSession();
  const { value } = useField('series.audience');
  const [note, tell] = usePropagationNote();
  return (
    <FieldFrame id="series.audience" label="Public" note={note} isSelect>
      <select
        id="series.audience"
        className="fr-select"
        disabled={locked}
        value={value}
        onChange={(event) => {
          const audience = audiences.find((known) => known === event.target.value);
          if (audience) tell(changeDefault<'audience'>(store, 'audience', audience satisfies Audience));
        }}
      >
        {audiences.map((audience) => (
          <option key={audience} value={audience}>
            {audienceLabels[audience]}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

function DefaultRateField() {
  const { store, locked } = useDraftSession();
  const { value } = useField('series.taxRateBp');
  const venue = useField('series.venue').value;
  const [note, tell] = usePropagationNote();
  return (
    <FieldFrame
      id="series.taxRateBp"
      label="Taux de TVA de la billetterie"
      hint="Il ne change pas les recettes déjà connues"
      note={note}
      isSelect
    >
      <select
        id="series.taxRateBp"
        className="fr-select"
        disabled={locked}
        value={value ?? ''}
        onChange={(event) => tell(changeDefault(store, 'taxRateBp', readRate(event.target.value)))}
      >
        <option value="">Non précisé</option>
        <RateOptions postalCode={venue?.address.postalCode ?? null} current={value} />
      </select>
    </FieldFrame>
  );
}

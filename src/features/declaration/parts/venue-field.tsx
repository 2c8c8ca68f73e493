'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { Venue } from '@/domain/declaration/neutral';
import { useDraftSession } from '../draft-context';
import { focusField } from './field-ids';
import styles from '../declaration.module.css';

const VenueForm = dynamic(() => import('./venue-form').then((module) => module.VenueForm), {
  loading: () => <p role="status">Ouverture…</p>,
});

export type VenueFieldProps = {
  /** Of the button that opens the choice: where the list of what is missing leads. */
  readonly id: string;
  readonly label: string;
  readonly value: Venue | null;
  readonly hint?: string;
  readonly note?: string | null;
  /** The venue chosen, and the capacity known for it. */
  readonly onChange: (venue: Venue | null, capacity: number | null) => void;
};

/** The venue as chosen, with a way to change it: a past venue, the address directory, or typing. */
export function VenueField({ id, label, value, hint, note, onChange }: VenueFieldProps) {
  const { locked } = useDraftSession();
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    focusField(id);
  };
  return (
    <div className={styles.wide} role="group" aria-labelledby={`${id}-label`}>
      <p id={`${id}-label`} className="fr-label fr-mb-1v">
        {label}
        {hint && <span className="fr-hint-text">{hint}</span>}
      </p>
      <div className={styles.chosen}>
        <p className="fr-mb-0">{value ? <VenueText venue={value} /> : 'Aucun lieu choisi'}</p>
        {!locked && (
          <button
            type="button"
            id={id}
            className="fr-btn fr-btn--secondary fr-btn--sm"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {value ? 'Changer de lieu' : 'Choisir un lieu'}
          </button>
        )}
      </div>
      <div role="status">{note && <p className="fr-hint-text fr-mt-1v">{note}</p>}</div>
      {isOpen && !locked && (
        <VenueForm
          idPrefix={id}
          value={value}
          onCancel={close}
          onChoose={(venue, capacity) => {
            onChange(venue, capacity);
            close();
          }}
        />
      )}
    </div>
  );
}

function VenueText({ venue: { name, address } }: { readonly venue: Venue }) {
  return (
    <>
      <strong>{name}</strong>
      <br />
      {address.street}, {address.postalCode} {address.city}
      {address.countryCode !== 'FR' && ` (${address.countryCode})`}
    </>
  );
}

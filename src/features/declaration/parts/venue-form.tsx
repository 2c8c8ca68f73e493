'use client';
import { type FormEvent, useId, useState } from 'react';
import type { Address, Venue } from '@/domain/declaration/neutral';
import { useDraftSession } from '../draft-context';
import { DirectorySearch, ProposalList } from './directory-search';
import { describeCapacity } from './describe-capacity';
import { FieldFrame } from './field-frame';
import styles from '../declaration.module.css';

export type VenueFormProps = {
  readonly idPrefix: string;
  readonly value: Venue | null;
  readonly onChoose: (venue: Venue, capacity: number | null) => void;
  readonly onCancel: () => void;
};

type Texts = Record<'name' | keyof Address, string>;
const textFields = [
  { key: 'name', label: 'Nom du lieu', hint: undefined },
  { key: 'street', label: 'Numéro et rue', hint: undefined },
  { key: 'postalCode', label: 'Code postal', hint: 'Il détermine la délégation qui recevra la déclaration' },
  { key: 'city', label: 'Commune', hint: undefined },
] as const;

/** Choosing a venue: one used before, or a name with an address found in the directory or typed. */
export function VenueForm({ idPrefix, value, onChoose, onCancel }: VenueFormProps) {
  const { directories, suggestions } = useDraftSession();
  const titleId = useId();
  const [texts, setTexts] = useState<Texts>(() => ({
    name: value?.name ?? '',
    street: value?.address.street ?? '',
    postalCode: value?.address.postalCode ?? '',
    city: value?.address.city ?? '',
    countryCode: value?.address.countryCode ?? 'FR',
  }));
  const [wasTried, setTried] = useState(false);
  const isMissing = (key: keyof Texts) => texts[key].trim() === '';
  const past = suggestions.venues.map((suggestion) => ({
    label: suggestion.venue.name,
    detail: `${suggestion.venue.address.postalCode} ${suggestion.venue.address.city}, ${describeCapacity(suggestion.capacity)}`,
    value: suggestion,
  }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const missing = textFields.find(({ key }) => isMissing(key));
    if (missing) {
      document.getElementById(`${idPrefix}-${missing.key}`)?.focus();
      return;
    }
    const { name, ...address } = texts;
    const trimmed = Object.fromEntries(Object.entries(address).map(([key, text]) => [key, text.trim()]));
    onChoose({ name: name.trim(), address: { ...address, ...trimmed } }, null);
  };
  return (
    <form className={styles.panel} aria-labelledby={titleId} onSubmit={submit} noValidate>
      <h3 id={titleId} className="fr-h6">
        Choisir un lieu
      </h3>
      {past.length > 0 && (
        <>
          <p className="fr-mb-1v">Vos derniers lieux</p>
          <ProposalList proposals={past} onChoose={({ venue, capacity }) => onChoose(venue, capacity)} />
        </>
      )}
      <DirectorySearch<Address>
        label="Chercher une adresse"
        hint="Trois lettres au moins, par exemple 1 place de l’Église Ouessant"
        search={directories.searchAddresses}
        onChoose={(address) => {
          setTexts({ ...texts, ...address });
          document.getElementById(`${idPrefix}-name`)?.focus();
        }}
      />
      <div className={styles.fields}>
        {textFields.map(({ key, label, hint }) => (
          <FieldFrame
            key={key}
            id={`${idPrefix}-${key}`}
            label={label}
            hint={hint}
            fault={wasTried && isMissing(key) ? 'Complétez ce champ.' : null}
          >
            <input
              id={`${idPrefix}-${key}`}
              className="fr-input"
              data-own-undo
              maxLength={key === 'postalCode' ? 20 : 200}
              autoComplete="off"
              aria-invalid={wasTried && isMissing(key)}
              aria-describedby={`${idPrefix}-${key}-message`}
              value={texts[key]}
              onChange={(event) => setTexts({ ...texts, [key]: event.target.value })}
            />
          </FieldFrame>
        ))}
      </div>
      <div className={styles.actions}>
        <button type="submit" className="fr-btn">
          Valider le lieu
        </button>
        <button type="button" className="fr-btn fr-btn--tertiary" onClick={onCancel}>
          Annuler
        </button>
      </div>
    </form>
  );
}

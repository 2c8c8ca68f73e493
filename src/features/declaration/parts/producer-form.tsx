'use client';
import { type FormEvent, useId, useState } from 'react';
import type { Producer } from '@/domain/declaration/neutral';
import { useDraftSession } from '../draft-context';
import { DirectorySearch, ProposalList } from './directory-search';
import { FieldFrame } from './field-frame';
import styles from '../declaration.module.css';

export type ProducerFormProps = {
  readonly value: Producer | null;
  /** Null removes the producer. */
  readonly onChoose: (producer: Producer | null) => void;
  readonly onCancel: () => void;
};

/** Choosing a producer: one used before, one of the company directory, or a name and a SIREN typed. */
export function ProducerForm({ value, onChoose, onCancel }: ProducerFormProps) {
  const { directories, suggestions } = useDraftSession();
  const id = useId();
  const [name, setName] = useState(value?.name ?? '');
  const [siren, setSiren] = useState(value?.siren ?? '');
  const [wasTried, setTried] = useState(false);
  const digits = siren.replace(/[\s\u00a0]/g, '');
  const nameFault = name.trim() === '' ? 'Indiquez le nom du producteur.' : null;
  const sirenFault = /^\d{9}$/.test(digits) ? null : 'Un SIREN compte 9 chiffres.';
  const past = suggestions.producers.map((producer) => ({
    label: producer.name,
    detail: `SIREN ${producer.siren}`,
    value: producer,
  }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (nameFault) document.getElementById(`${id}-name`)?.focus();
    else if (sirenFault) document.getElementById(`${id}-siren`)?.focus();
    else onChoose({ name: name.trim(), siren: digits });
  };
  return (
    <form className={styles.panel} aria-labelledby={`${id}-title`} onSubmit={submit} noValidate>
      <h3 id={`${id}-title`} className="fr-h6">
        Choisir un producteur
      </h3>
      {past.length > 0 && (
        <>
          <p className="fr-mb-1v">Vos derniers producteurs</p>
          <ProposalList proposals={past} onChoose={onChoose} />
        </>
      )}
      <DirectorySearch<Producer>
        label="Chercher dans l’annuaire des entreprises"
        hint="Un nom ou un SIREN"
        search={directories.searchCompanies}
        onChoose={onChoose}
      />
      <p className="fr-mb-1w">Il n’y apparaît pas&nbsp;? Saisissez-le vous-même.</p>
      <div className={styles.fields}>
        <FieldFrame id={`${id}-name`} label="Nom du producteur" fault={wasTried ? nameFault : null}>
          <input
            id={`${id}-name`}
            className="fr-input"
            data-own-undo
            maxLength={200}
            autoComplete="off"
            aria-invalid={wasTried && nameFault !== null}
            aria-describedby={`${id}-name-message`}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </FieldFrame>
        <FieldFrame id={`${id}-siren`} label="SIREN" hint="9 chiffres" fault={wasTried ? sirenFault : null}>
          <input
            id={`${id}-siren`}
            className="fr-input"
            data-own-undo
            inputMode="numeric"
            autoComplete="off"
            aria-invalid={wasTried && sirenFault !== null}
            aria-describedby={`${id}-siren-message`}
            value={siren}
            onChange={(event) => setSiren(event.target.value)}
          />
        </FieldFrame>
      </div>
      <div className={styles.actions}>
        <button type="submit" className="fr-btn">
          Valider le producteur
        </button>
        <button type="button" className="fr-btn fr-btn--tertiary" onClick={onCancel}>
          Annuler
        </button>
        {value && (
          <button type="button" className="fr-btn fr-btn--tertiary-no-outline" onClick={() => onChoose(null)}>
            Retirer le producteur
          </button>
        )}
      </div>
    </form>
  );
}

'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useDraftSession, useField } from '../draft-context';
import { focusField } from './field-ids';
import styles from '../declaration.module.css';

const ProducerForm = dynamic(() => import('./producer-form').then((module) => module.ProducerForm), {
  loading: () => <p role="status">Ouverture…</p>,
});

const id = 'series.producer';

/** Who produces the show, with a way to change it: a past producer, the company directory, or typing. */
export function ProducerField() {
  const { store, locked, organisms } = useDraftSession();
  const { value } = useField(id);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    focusField(id);
  };
  return (
    <div className={styles.wide} role="group" aria-labelledby={`${id}-label`}>
      <p id={`${id}-label`} className="fr-label fr-mb-1v">
        Producteur du spectacle
        <span className="fr-hint-text">
          {organisms.includes('SACD') ? 'Demandé par la SACD' : 'Facultatif pour la SACEM'}
        </span>
      </p>
      <div className={styles.chosen}>
        <p className="fr-mb-0">
          {value ? (
            <>
              <strong>{value.name}</strong>
              <br />
              SIREN {value.siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0')}
            </>
          ) : (
            'Aucun producteur choisi'
          )}
        </p>
        {!locked && (
          <button
            type="button"
            id={id}
            className="fr-btn fr-btn--secondary fr-btn--sm"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {value ? 'Changer de producteur' : 'Choisir un producteur'}
          </button>
        )}
      </div>
      {isOpen && !locked && (
        <ProducerForm
          value={value}
          onCancel={close}
          onChoose={(producer) => {
            store.edit(id, producer);
            store.closeEdit();
            close();
          }}
        />
      )}
    </div>
  );
}

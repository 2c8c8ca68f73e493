'use client';
import { genres } from '@/domain/genre';
import { genreLabels } from '@/i18n/labels';
import { useDraftSession, useField } from '../draft-context';
import { parseOrganismId } from '../store/input';
import { CreditField } from './credit-field';
import { FieldFrame } from './field-frame';
import { ProducerField } from './producer-field';
import { useTextInput } from './use-text-input';
import styles from '../declaration.module.css';

/** What is said once for the show and the structure: identifiers, genre, producer. */
export function InformationFields() {
  const { organisms } = useDraftSession();
  return (
    <div className={styles.fields}>
      {organisms.includes('SACEM') && (
        <OrganismIdField
          path="organization.sacemId"
          label="Numéro de client SACEM"
          hint="1 à 10 chiffres, sur vos contrats et factures de la SACEM. Il vaut pour toute votre structure."
        />
      )}
      {organisms.includes('SACD') && (
        <OrganismIdField
          path="organization.sacdId"
          label="Identifiant SACD"
          hint="1 à 10 chiffres, sur vos courriers de la SACD. Il vaut pour toute votre structure."
        />
      )}
      <GenreField />
      <ProducerField />
      <details className="app-details">
        <summary>Auteur et mise en scène, pour SIBIL</summary>
        <div className={styles.fields}>
          <CreditField path="series.author" label="Auteur" hint="Facultatif. Repris dans le fichier de SIBIL." />
          <CreditField
            path="series.director"
            label="Mise en scène"
            hint="Facultatif. Repris dans le fichier de SIBIL."
          />
        </div>
      </details>
    </div>
  );
}

type OrganismIdFieldProps = {
  readonly path: 'organization.sacemId' | 'organization.sacdId';
  readonly label: string;
  readonly hint: string;
};

function OrganismIdField({ path, label, hint }: OrganismIdFieldProps) {
  const { store, locked } = useDraftSession();
  const state = useField(path);
  const { input, fault } = useTextInput({
    state,
    readState: () => store.getField(path),
    text: state.value ?? '',
    parse: parseOrganismId,
    commits: 'live',
    onValue: (value) => store.edit(path, value),
    onInvalid: (invalid) => store.reject(path, invalid),
    onLeave: () => store.closeEdit(),
  });
  return (
    <FieldFrame id={path} label={label} hint={hint} fault={fault}>
      <input
        id={path}
        className="fr-input"
        inputMode="numeric"
        readOnly={locked}
        aria-describedby={`${path}-message`}
        {...input}
      />
    </FieldFrame>
  );
}

function GenreField() {
  const { store, locked } = useDraftSession();
  const { value } = useField('series.genre');
  return (
    <FieldFrame id="series.genre" label="Genre du spectacle" isSelect>
      <select
        id="series.genre"
        className="fr-select"
        disabled={locked}
        value={value ?? ''}
        onChange={(event) => {
          store.edit('series.genre', genres.find((genre) => genre === event.target.value) ?? null);
          store.closeEdit();
        }}
      >
        <option value="">Choisissez un genre</option>
        {genres.map((genre) => (
          <option key={genre} value={genre}>
            {genreLabels[genre]}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

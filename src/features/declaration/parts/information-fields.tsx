'use client';
import { genres } from '@/domain/genre';
import { genreLabels } from '@/i18n/labels';
import { useDraftSession, useField } from '../draft-context';
import { parseCredit, parseOrganismId } from '../store/input';
import { FieldFrame } from './field-frame';
import { LineField } from './line-field';
import { ProducerField } from './producer-field';
import styles from '../declaration.module.css';

/** What is said once for the show and the structure: identifiers, genre, producer. */
export function InformationFields() {
  const { organisms } = useDraftSession();
  return (
    <div className={styles.fields}>
      {organisms.includes('SACEM') && (
        <LineField
          parse={parseOrganismId}
          inputMode="numeric"
          path="organization.sacemId"
          label="Numéro de client SACEM"
          hint="1 à 10 chiffres, sur vos contrats et factures de la SACEM. Il vaut pour toute votre structure."
        />
      )}
      {organisms.includes('SACD') && (
        <LineField
          parse={parseOrganismId}
          inputMode="numeric"
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
          <LineField
            parse={parseCredit}
            path="series.author"
            label="Auteur"
            hint="Facultatif. Repris dans le fichier de SIBIL."
          />
          <LineField
            parse={parseCredit}
            path="series.director"
            label="Mise en scène"
            hint="Facultatif. Repris dans le fichier de SIBIL."
          />
        </div>
      </details>
    </div>
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

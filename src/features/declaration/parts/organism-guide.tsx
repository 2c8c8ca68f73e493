'use client';
import { useState } from 'react';
import {
  type Concern,
  type ConcernAnswers,
  type ConcernQuestion,
  type ConcernVerdict,
  findConcerns,
} from '@/domain/concerned-organisms';
import type { Genre } from '@/domain/genre';
import type { Organism } from '@/domain/organism';
import { concernSources, concernVerdictLabels, describeConcern } from '@/i18n/concerned-organisms';
import { organismLabels, organismPurposes } from '@/i18n/labels';
import { organismPhrases } from '@/i18n/organism-phrases';
import styles from '../declaration.module.css';

export type OrganismGuideProps = {
  /** Of the show, as its own field says. */
  readonly genre: Genre | null;
  /** Whether the structure's licence is known: the answer is then proposed. */
  readonly hasLicence: boolean;
  readonly chosen: readonly Organism[];
  /** Those that can be added to this show from here. */
  readonly choosable: readonly Organism[];
  readonly onAdd: (organism: Organism) => void;
};

type Answers = Omit<ConcernAnswers, 'genre'>;

const questions: Readonly<
  Record<Exclude<ConcernQuestion, 'genre'>, { readonly label: string; readonly hint: string }>
> = {
  hasProtectedMusic: {
    label: 'Y entend-on de la musique protégée\u00a0?',
    hint: 'Jouée ou diffusée, même en fond\u00a0; protégée jusqu’à 70 ans après la mort de son auteur',
  },
  hasProtectedText: {
    label: 'Y a-t-il un texte, une mise en scène ou une chorégraphie protégés\u00a0?',
    hint: 'Une pièce, un sketch, un livret, une chorégraphie d’un auteur vivant ou mort depuis moins de 70 ans',
  },
  holdsTicketing: {
    label: 'Votre structure tient-elle la billetterie\u00a0?',
    hint: 'Elle vend les billets, ou les fait vendre en son nom',
  },
  sellsShow: {
    label: 'Votre structure produit-elle le spectacle pour le vendre à d’autres\u00a0?',
    hint: 'Par un contrat de cession, par exemple',
  },
  hasLicence: {
    label: 'Votre structure a-t-elle un récépissé de licence\u00a0?',
    hint: 'Récépissé de déclaration d’entrepreneur de spectacles vivants, PLATESV-…',
  },
};
const questionNames = ['hasProtectedMusic', 'hasProtectedText', 'holdsTicketing', 'sellsShow', 'hasLicence'] as const;

const badges: Readonly<Record<ConcernVerdict, string>> = {
  likely: 'fr-badge--success',
  unlikely: '',
  'to-check': 'fr-badge--info',
};

/** A few questions, and which organisms the show most likely concerns, each with its reason and its source. Never decides. */
export function OrganismGuide({ genre, hasLicence, chosen, choosable, onAdd }: OrganismGuideProps) {
  const [answers, setAnswers] = useState<Answers>({
    hasProtectedMusic: null,
    hasProtectedText: null,
    holdsTicketing: null,
    sellsShow: null,
    hasLicence: hasLicence ? true : null,
  });
  const concerns = findConcerns({ ...answers, genre });
  return (
    <div className={styles.panel}>
      <h3 className="fr-h6 fr-mb-1w">Quels organismes pour ce spectacle&nbsp;?</h3>
      <p className="fr-text--sm">
        Ces réponses vous éclairent sans rien décider&nbsp;: en cas de doute, l’organisme tranche. Elles ne sont pas
        conservées.
      </p>
      <div className={styles.fields}>
        {questionNames.map((name) => (
          <Question
            key={name}
            name={name}
            value={answers[name]}
            onAnswer={(value) => setAnswers({ ...answers, [name]: value })}
          />
        ))}
      </div>
      {genre === null && (
        <p className="fr-text--sm fr-mt-2w">
          <a href="#series.genre">Choisissez le genre du spectacle</a>&nbsp;: les taxes en dépendent.
        </p>
      )}
      <ul className={styles.guide} aria-live="polite" aria-label="Organismes et raisons">
        {concerns.map((concern) => (
          <li key={concern.organism} tabIndex={-1}>
            <ConcernItem
              concern={concern}
              genre={genre}
              isChosen={chosen.includes(concern.organism)}
              onAdd={choosable.includes(concern.organism) ? onAdd : null}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

type QuestionProps = {
  readonly name: keyof typeof questions;
  readonly value: boolean | null;
  readonly onAnswer: (value: boolean | null) => void;
};

function Question({ name, value, onAnswer }: QuestionProps) {
  const id = `guide-${name}`;
  const { label, hint } = questions[name];
  return (
    <div className="fr-select-group">
      <label className="fr-label" htmlFor={id}>
        {label}
        <span className="fr-hint-text">{hint}</span>
      </label>
      <select
        id={id}
        className="fr-select"
        value={value === null ? '' : String(value)}
        onChange={(event) => onAnswer(event.target.value === '' ? null : event.target.value === 'true')}
      >
        <option value="">Je ne sais pas</option>
        <option value="true">Oui</option>
        <option value="false">Non</option>
      </select>
    </div>
  );
}

type ConcernItemProps = {
  readonly concern: Concern;
  readonly genre: Genre | null;
  readonly isChosen: boolean;
  readonly onAdd: ((organism: Organism) => void) | null;
};

function ConcernItem({ concern, genre, isChosen, onAdd }: ConcernItemProps) {
  const { organism, verdict } = concern;
  return (
    <>
      <p className="fr-mb-1v">
        <strong>{organismLabels[organism]}</strong>{' '}
        <span className={`fr-badge fr-badge--sm fr-badge--no-icon ${badges[verdict]}`}>
          {concernVerdictLabels[verdict]}
        </span>
      </p>
      <p className="fr-text--sm fr-mb-1v">
        {organismPurposes[organism]}. {describeConcern(concern, genre)}
      </p>
      <p className="fr-text--xs fr-mb-1v">{concernSources[organism]}.</p>
      {isChosen && <p className="fr-text--sm fr-mb-0">Déjà choisi pour ce spectacle.</p>}
      {!isChosen && onAdd && verdict !== 'unlikely' && (
        <button
          type="button"
          className="fr-btn fr-btn--secondary fr-btn--sm"
          onClick={({ currentTarget }) => {
            // The button makes way for «Déjà choisi»: the focus stays on its organism.
            currentTarget.closest('li')?.focus();
            onAdd(organism);
          }}
        >
          Déclarer aussi {organismPhrases[organism].to}
        </button>
      )}
    </>
  );
}

'use client';
import { useId } from 'react';
import { toParisDay, toParisTime } from '@/domain/calendar';
import { legalRatesBp } from '@/domain/tax';
import { toStartAt } from '@/domain/ticketing/planned-dates';
import type { ImportAnswers, ImportMapping } from '@/domain/ticketing/import/mapping';
import type { ImportNeedCode } from '@/domain/ticketing/import/reading';
import { formatRate } from '@/i18n/format';
import type { ReadingPreview } from '@/server/imports/import-view.schema';

export type ImportQuestionsProps = {
  readonly reading: ReadingPreview;
  readonly mapping: ImportMapping;
  readonly isPending: boolean;
  readonly onChange: (mapping: ImportMapping) => void;
  readonly onReadAgain: () => void;
};

/** What the file cannot tell, asked in words; what was answered for an earlier file stays in view, and can be changed. */
export function ImportQuestions({ reading, mapping, isPending, onChange, onReadAgain }: ImportQuestionsProps) {
  const id = useId();
  const { answers } = mapping;
  const needs = new Map(reading.needs.map(({ code, detail }) => [code, detail]));
  const isAsked = (code: ImportNeedCode, answer: unknown) => needs.has(code) || answer !== null;
  const answer = (change: Partial<ImportAnswers>) => onChange({ ...mapping, answers: { ...answers, ...change } });
  const hint = (code: ImportNeedCode) => {
    const detail = needs.get(code);
    return <span className="fr-hint-text">{detail ?? 'Votre réponse, retenue pour les fichiers du même modèle.'}</span>;
  };
  const start = answers.startAt === null ? null : new Date(answers.startAt);
  const hasSheets = needs.has('sheet') || mapping.sheets.length > 0;
  const hasQuestions =
    hasSheets ||
    isAsked('tax-rate', answers.taxRateBp) ||
    isAsked('series-name', answers.seriesName) ||
    isAsked('performance-date', answers.startAt) ||
    isAsked('start-time', answers.startTime);
  if (!hasQuestions) return null;
  return (
    <section aria-labelledby={`${id}-titre`} className="app-panel fr-mb-3w">
      <h2 id={`${id}-titre`} className="fr-h5">
        {needs.size > 0 ? 'Ce que le fichier ne dit pas' : 'Vos réponses'}
      </h2>
      <form
        className="app-narrow"
        aria-labelledby={`${id}-titre`}
        onSubmit={(event) => {
          event.preventDefault();
          onReadAgain();
        }}
      >
        {hasSheets && (
          <fieldset className="fr-fieldset">
            <legend className="fr-fieldset__legend fr-fieldset__legend--regular">
              Feuilles à lire
              {hint('sheet')}
            </legend>
            {reading.sheets.map(({ name, isHidden }, index) => (
              <div key={name} className="fr-fieldset__element">
                <div className="fr-checkbox-group">
                  <input
                    type="checkbox"
                    id={`${id}-feuille-${index}`}
                    checked={mapping.sheets.includes(name)}
                    onChange={() => onChange({ ...mapping, sheets: withToggled(mapping.sheets, name) })}
                  />
                  <label className="fr-label" htmlFor={`${id}-feuille-${index}`}>
                    {name}
                    {isHidden && ' (masquée)'}
                  </label>
                </div>
              </div>
            ))}
          </fieldset>
        )}
        {isAsked('series-name', answers.seriesName) && (
          <div className="fr-input-group">
            <label className="fr-label" htmlFor={`${id}-nom`}>
              Nom du spectacle
              {hint('series-name')}
            </label>
            <input
              id={`${id}-nom`}
              className="fr-input"
              maxLength={300}
              value={answers.seriesName ?? ''}
              onChange={(event) => answer({ seriesName: event.target.value || null })}
            />
          </div>
        )}
        {isAsked('performance-date', answers.startAt) && (
          <StartField
            id={`${id}-date`}
            hint={hint('performance-date')}
            start={start}
            onChange={(startAt) => answer({ startAt })}
          />
        )}
        {isAsked('start-time', answers.startTime) && (
          <div className="fr-input-group">
            <label className="fr-label" htmlFor={`${id}-heure`}>
              Heure de début
              {hint('start-time')}
            </label>
            <input
              id={`${id}-heure`}
              className="fr-input"
              type="time"
              value={answers.startTime ?? ''}
              onChange={(event) => answer({ startTime: event.target.value || null })}
            />
          </div>
        )}
        {isAsked('tax-rate', answers.taxRateBp) && (
          <div className="fr-select-group">
            <label className="fr-label" htmlFor={`${id}-taux`}>
              Taux de TVA des billets
              {hint('tax-rate')}
            </label>
            <select
              id={`${id}-taux`}
              className="fr-select"
              value={answers.taxRateBp ?? ''}
              onChange={(event) => answer({ taxRateBp: event.target.value === '' ? null : Number(event.target.value) })}
            >
              <option value="">Choisissez un taux</option>
              {legalRatesBp.map((rateBp) => (
                <option key={rateBp} value={rateBp}>
                  {rateBp === 0 ? `${formatRate(0)} (non assujetti)` : formatRate(rateBp)}
                </option>
              ))}
            </select>
          </div>
        )}
        <button type="submit" className="fr-btn fr-btn--secondary" aria-disabled={isPending}>
          Relire avec ces réponses
        </button>
      </form>
    </section>
  );
}

/** A day and an hour, on the clocks of Paris, that make one instant once both are there. */
function StartField({
  id,
  hint,
  start,
  onChange,
}: {
  readonly id: string;
  readonly hint: React.ReactNode;
  readonly start: Date | null;
  readonly onChange: (startAt: string | null) => void;
}) {
  const value = start === null ? '' : `${toParisDay(start)}T${toParisTime(start)}`;
  return (
    <div className="fr-input-group">
      <label className="fr-label" htmlFor={id}>
        Date et heure de la représentation
        {hint}
      </label>
      <input
        id={id}
        className="fr-input"
        type="datetime-local"
        defaultValue={value}
        onChange={(event) => {
          const [day = '', time = ''] = event.target.value.split('T');
          onChange(toStartAt({ day, time: time.slice(0, 5) }));
        }}
      />
    </div>
  );
}

function withToggled(sheets: readonly string[], name: string): string[] {
  return sheets.includes(name) ? sheets.filter((sheet) => sheet !== name) : [...sheets, name];
}

'use client';
import { useDraftSession, useField } from '../draft-context';

export type YesNoFieldProps = {
  readonly path: 'organization.isSubsidised' | 'series.hasPrivateContract' | 'series.schoolSessionsExempt';
  readonly label: string;
  readonly hint: string;
};

const answers = [
  { value: true, suffix: 'oui', label: 'Oui' },
  { value: false, suffix: 'non', label: 'Non' },
] as const;

/** A question with two answers and none chosen at first. */
export function YesNoField({ path, label, hint }: YesNoFieldProps) {
  const { store, locked } = useDraftSession();
  const { value } = useField(path);
  return (
    <fieldset className="fr-fieldset" id={path} aria-labelledby={`${path}-legend`}>
      <legend className="fr-fieldset__legend fr-text--regular" id={`${path}-legend`}>
        {label}
        <span className="fr-hint-text">{hint}</span>
      </legend>
      {answers.map((answer) => (
        <div className="fr-fieldset__element fr-fieldset__element--inline" key={answer.suffix}>
          <div className="fr-radio-group">
            <input
              type="radio"
              id={`${path}-${answer.suffix}`}
              name={path}
              checked={value === answer.value}
              disabled={locked}
              onChange={() => {
                store.edit(path, answer.value);
                store.closeEdit();
              }}
            />
            <label className="fr-label" htmlFor={`${path}-${answer.suffix}`}>
              {answer.label}
            </label>
          </div>
        </div>
      ))}
    </fieldset>
  );
}

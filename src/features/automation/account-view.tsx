'use client';
import { type ReactNode, useState } from 'react';
import type { ReminderKind } from '@/domain/automation/plan-reminder';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { ScreenErrorCode } from '@/i18n/errors';
import { reminderLabels } from '@/i18n/reminders';
import type { ReminderPreferences } from '@/server/automation/reminder-preferences.schema';

export type AccountViewProps = {
  readonly user: { readonly firstname: string; readonly lastname: string; readonly email: string };
  readonly homeHref: string;
  /** Null while they are read, or when they could not be. */
  readonly preferences: ReminderPreferences['preferences'] | null;
  /** Why they could not be read. */
  readonly failure: ReactNode;
  /** Turns a kind on or off; null when it is kept, else why it is not. */
  readonly onChange: (kind: ReminderKind, isOn: boolean) => Promise<ScreenErrorCode | null>;
};

/** «Mon compte»: who one is, and which reminders one receives, saved as one ticks. */
export function AccountView({ user, homeHref, preferences, failure, onChange }: AccountViewProps) {
  return (
    <div className="fr-container fr-my-4w">
      <p className="fr-mb-1w">
        <a className="fr-link fr-icon-arrow-left-line fr-link--icon-left" href={homeHref}>
          Revenir à mes déclarations
        </a>
      </p>
      <h1>Mon compte</h1>
      <p className="app-break">
        {user.firstname} {user.lastname}, {user.email}
      </p>
      <h2 className="fr-h4" id="notifications">
        Rappels par courriel
      </h2>
      <p>Ils partent le matin, à 8&nbsp;heures, chacun une seule fois par déclaration.</p>
      {failure}
      {!failure && !preferences && <p role="status">Chargement de vos rappels…</p>}
      {preferences && <Reminders preferences={preferences} onChange={onChange} />}
      <p className="fr-text--sm fr-mt-3w">
        L’annonce d’un envoi automatique que vous avez permis, et le reçu de ce que vous transmettez, vous parviennent
        toujours.
      </p>
    </div>
  );
}

function Reminders({
  preferences,
  onChange,
}: Pick<AccountViewProps, 'onChange'> & { readonly preferences: ReminderPreferences['preferences'] }) {
  const [status, setStatus] = useState<'saving' | 'saved' | ScreenErrorCode | null>(null);
  const change = async (kind: ReminderKind, isOn: boolean) => {
    setStatus('saving');
    setStatus((await onChange(kind, isOn)) ?? 'saved');
  };
  const failure = status === 'saving' || status === 'saved' ? null : status;
  return (
    <fieldset className="fr-fieldset" aria-labelledby="notifications">
      {preferences.map(({ kind, isOn }) => (
        <div key={kind} className="fr-fieldset__element">
          <div className="fr-checkbox-group">
            <input
              type="checkbox"
              id={`reminder-${kind}`}
              checked={isOn}
              onChange={(event) => void change(kind, event.target.checked)}
            />
            <label className="fr-label" htmlFor={`reminder-${kind}`}>
              {reminderLabels[kind].title}
              <span className="fr-hint-text">{reminderLabels[kind].hint}</span>
            </label>
          </div>
        </div>
      ))}
      <p role="status" className="fr-fieldset__element">
        {status === 'saving' && 'Enregistrement…'}
        {status === 'saved' && 'Enregistré.'}
      </p>
      {failure && <LazyErrorMessage code={failure} takesFocus />}
    </fieldset>
  );
}

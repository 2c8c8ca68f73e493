'use client';
import { useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { ErrorSummary } from '@/components/forms/error-summary';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { useFormErrors } from '@/components/forms/use-form-errors';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { PageLink } from '@/components/navigation/page-link';
import { routes } from '@/features/routes';
import type { ScreenError } from '@/features/screen-error';
import { formatCounted } from '@/i18n/format';
import { DatesBuilder } from './dates-builder';
import { RateSelect, usualRate } from './rate-select';
import { useDates } from './use-dates';

export type NewShow = { readonly name: string; readonly starts: readonly string[]; readonly taxRateBp: number };

export type CreateShowViewProps = {
  readonly error: ScreenError | null;
  readonly isPending: boolean;
  readonly onCreate: (show: NewShow) => void;
  readonly newConnectionHref: string;
};

const nothingTaken: ReadonlySet<string> = new Set();

/** «Ajouter un spectacle»: its name and its dates; the figures come next, date by date. */
export function CreateShowView({ error, isPending, onCreate, newConnectionHref }: CreateShowViewProps) {
  const [name, setName] = useState('');
  const [rate, setRate] = useState(usualRate);
  const dates = useDates(nothingTaken);
  const { errors, attempt, toFieldId, show } = useFormErrors();

  const submit = () => {
    const wrong: Record<string, string> = {};
    if (name.trim() === '') wrong['name'] = 'Donnez le nom du spectacle.';
    const starts = dates.all.ok ? dates.all.starts : [];
    const missing = { field: 'du', message: 'Ajoutez au moins une date.' } as const;
    const fault = !dates.all.ok ? dates.all.fault : starts.length === 0 ? missing : null;
    dates.tell(fault);
    if (fault) wrong[`dates-${fault.field}`] = fault.message;
    if (show(wrong) && !isPending) onCreate({ name: name.trim(), starts, taxRateBp: Number(rate) });
  };

  return (
    <div className="fr-container fr-my-5w app-narrow">
      <h1>Ajouter un spectacle</h1>
      <p>
        Pour un spectacle vendu sans billetterie. Sinon,{' '}
        <PageLink href={newConnectionHref}>connectez la vôtre ou importez son export</PageLink>&nbsp;: rien ne sera à
        recopier. <a href={routes.guide('saisie')}>Pas à pas de la saisie</a>
      </p>
      {error && (
        <div className="fr-mb-3w">
          <LazyErrorMessage code={error.code} takesFocus />
        </div>
      )}
      <ActionForm aria-label="Ajouter un spectacle" onSubmit={submit}>
        <ErrorSummary errors={errors} attempt={attempt} toFieldId={toFieldId} />
        <TextField
          id={toFieldId('name')}
          name="name"
          label="Nom du spectacle"
          maxLength={300}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={errors['name']}
        />
        <div className="fr-select-group">
          <label className="fr-label" htmlFor={toFieldId('rate')}>
            Taux de TVA des billets
            <span className="fr-hint-text">Vous pourrez le changer date par date.</span>
          </label>
          <RateSelect
            id={toFieldId('rate')}
            hasSeveral={false}
            value={rate}
            onChange={(event) => setRate(event.target.value)}
          />
        </div>
        <h2 className="fr-h5 fr-mt-4w">Dates</h2>
        <DatesBuilder dates={dates} idPrefix={toFieldId('dates')} />
        <SubmitButton isPending={isPending} pendingText="Création…">
          {dates.count === 0
            ? 'Créer le spectacle'
            : `Créer le spectacle et ${formatCounted(dates.count, 'représentation')}`}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

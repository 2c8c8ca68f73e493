'use client';
import { useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { ErrorSummary } from '@/components/forms/error-summary';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { useFormErrors } from '@/components/forms/use-form-errors';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { PageLink } from '@/components/navigation/page-link';
import { expenseKinds } from '@/domain/declaration/bounds';
import { moveToNextSeason } from '@/domain/ticketing/planned-dates';
import type { ScreenError } from '@/features/screen-error';
import { describeAnswers } from '@/i18n/describe-answers';
import { formatAmount, formatCounted } from '@/i18n/format';
import { expenseLabels, organismLabels } from '@/i18n/labels';
import type { RepeatProposal } from '@/server/manual/repeat-show.schema';
import { DatesBuilder } from './dates-builder';
import { useDates } from './use-dates';
import styles from './manual.module.css';

export type RepeatChoice = {
  readonly name: string;
  readonly withExpenses: boolean;
  readonly starts: readonly string[];
};

export type RepeatShowViewProps = {
  readonly proposal: RepeatProposal;
  readonly error: ScreenError | null;
  readonly isPending: boolean;
  readonly onRepeat: (choice: RepeatChoice) => void;
  readonly showHref: string;
  readonly connectionsHref: string;
};

const nothingTaken: ReadonlySet<string> = new Set();
/** As long as a typed title may be; a ticketing system may know longer ones. */
const maxName = 300;

/** «Reprendre pour une nouvelle saison»: what is taken over, what is not, and the dates that the person confirms. */
export function RepeatShowView(props: RepeatShowViewProps) {
  const { proposal, error, isPending, onRepeat } = props;
  const [name, setName] = useState(() => proposal.name.slice(0, maxName));
  const [withExpenses, setWithExpenses] = useState(false);
  const dates = useDates(nothingTaken);
  const [status, setStatus] = useState('');
  const { errors, attempt, toFieldId, show } = useFormErrors();
  const submit = () => {
    const wrong: Record<string, string> = name.trim() === '' ? { name: 'Donnez le nom du spectacle.' } : {};
    const fault = dates.all.ok ? null : dates.all.fault;
    dates.tell(fault);
    if (fault) wrong[`dates-${fault.field}`] = fault.message;
    if (show(wrong) && dates.all.ok && !isPending)
      onRepeat({ name: name.trim(), withExpenses, starts: dates.all.starts });
  };
  const propose = () => {
    const added = dates.add(moveToNextSeason(proposal.starts, new Date()), {});
    setStatus(
      added > 0
        ? `${formatCounted(added, 'date proposée', 'dates proposées')}, à relire plus bas.`
        : 'Ces dates sont déjà là, plus bas.',
    );
  };
  return (
    <div className="fr-container fr-my-5w app-narrow">
      <h1>Reprendre pour une nouvelle saison</h1>
      <p>
        Un nouveau spectacle est créé avec les réponses de{' '}
        <PageLink className="app-break" href={props.showHref}>
          {proposal.name}
        </PageLink>
        . Aucun billet, aucune recette n’est repris.
      </p>
      <p>
        Sa nouvelle saison est vendue par <PageLink href={props.connectionsHref}>une billetterie connectée</PageLink>
        &nbsp;? Ne le créez pas ici&nbsp;: il arrivera par elle, et ces réponses vous y seront proposées.
      </p>
      {error && (
        <div className="fr-mb-3w">
          <LazyErrorMessage code={error.code} takesFocus />
        </div>
      )}
      <ActionForm aria-label="Reprendre pour une nouvelle saison" onSubmit={submit}>
        <ErrorSummary errors={errors} attempt={attempt} toFieldId={toFieldId} />
        <TextField
          id={toFieldId('name')}
          name="name"
          label="Nom du spectacle"
          maxLength={maxName}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={errors['name']}
        />
        <h2 className="fr-h5 fr-mt-4w">Ce qui est repris</h2>
        <TakenOver proposal={proposal} />
        <Expenses
          id={toFieldId('expenses')}
          expenses={proposal.expenses}
          isChecked={withExpenses}
          onChange={setWithExpenses}
        />
        <h2 className="fr-h5 fr-mt-4w">Dates</h2>
        {proposal.starts.length > 0 && (
          <div className="fr-mb-3w">
            <button type="button" className="fr-btn fr-btn--secondary" onClick={propose}>
              Proposer les dates de la saison passée, décalées
            </button>
            <p className="fr-hint-text fr-mt-1w">
              Mêmes jours de la semaine et mêmes heures, à la saison prochaine. Rien n’est créé avant que vous ayez
              relu&nbsp;: enlevez celles qui ne conviennent pas.
            </p>
            <p role="status" className="fr-mb-0">
              {status}
            </p>
          </div>
        )}
        <DatesBuilder dates={dates} idPrefix={toFieldId('dates')} />
        <p className="fr-hint-text">Vous pouvez aussi ajouter les dates plus tard.</p>
        <SubmitButton isPending={isPending} pendingText="Création…">
          {dates.count === 0
            ? 'Créer le spectacle'
            : `Créer le spectacle et ${formatCounted(dates.count, 'représentation')}`}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

function TakenOver({ proposal: { answers, organisms } }: { readonly proposal: RepeatProposal }) {
  const lines = [
    ...describeAnswers(answers),
    ...(organisms.length > 0
      ? [{ label: 'Organismes', value: organisms.map((organism) => organismLabels[organism]).join(', ') }]
      : []),
  ];
  return (
    <dl className={styles.answers}>
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="app-break">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type ExpensesProps = {
  readonly id: string;
  readonly expenses: RepeatProposal['expenses'];
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
};

function Expenses({ id, expenses, isChecked, onChange }: ExpensesProps) {
  const known = expenseKinds.flatMap((kind) => {
    const amounts = expenses[kind];
    return amounts && amounts.includingTaxesCents > 0
      ? [`${expenseLabels[kind]}\u00a0: ${formatAmount(amounts.includingTaxesCents)} TTC`]
      : [];
  });
  if (known.length === 0) return null;
  return (
    <div className="fr-checkbox-group">
      <input type="checkbox" id={id} checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      <label className="fr-label" htmlFor={id}>
        Reprendre aussi les dépenses
        <span className="fr-hint-text">{known.join('. ')}. Vous pourrez les corriger.</span>
      </label>
    </div>
  );
}

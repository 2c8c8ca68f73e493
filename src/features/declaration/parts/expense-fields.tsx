'use client';
import type { ExpenseKind } from '@/domain/declaration/bounds';
import { expenseLabels } from '@/i18n/labels';
import { useDraftSession, useField } from '../draft-context';
import { areExpensesHeld } from '../store/held-fields';
import { AmountPairField } from './amount-pair-field';
import styles from '../declaration.module.css';

/** Rate of the sale of a show between professionals, the usual one of artistic contracts; only a proposal. */
const contractRateBp = 550;

const hints: Readonly<Record<ExpenseKind, string>> = {
  total: 'Tous les contrats artistiques et les frais d’approche. Zéro si vous n’avez rien payé.',
  approach: 'Voyages et hébergement des artistes, transport du décor. Compris dans le total.',
  circus: 'Transport, montage et démontage du chapiteau. Compris dans le total.',
};

/** What the show cost, for the whole of its performances. */
export function ExpenseFields() {
  const { organisms } = useDraftSession();
  return (
    <div className={styles.fields}>
      <ExpenseField kind="total" />
      <ExpenseField kind="approach" />
      {organisms.includes('SACD') && <ExpenseField kind="circus" />}
    </div>
  );
}

function ExpenseField({ kind }: { readonly kind: ExpenseKind }) {
  const { store } = useDraftSession();
  const path = `series.expenses.${kind}` as const;
  const state = useField(path);
  useField('series.expenses.total');
  useField('series.expenses.approach');
  useField('series.expenses.circus');
  const isHeld = kind === 'total' && areExpensesHeld(store.getDraft());
  return (
    <AmountPairField
      id={path}
      label={expenseLabels[kind]}
      hint={hints[kind]}
      proposedRateBp={contractRateBp}
      state={state}
      readState={() => store.getField(path)}
      shown={state.value}
      onValue={(pair) => store.edit(path, pair)}
      heldBecause={
        isHeld
          ? 'Le total doit contenir les autres frais\u00a0: ces montants seront enregistrés quand ils s’accorderont.'
          : null
      }
      onInvalid={(invalid) => store.reject(path, invalid)}
    />
  );
}

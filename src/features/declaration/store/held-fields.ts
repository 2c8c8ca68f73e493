import type { Draft } from '@/domain/declaration/draft';
import { doPartsExceed } from '@/domain/declaration/issues';
import type { FieldPath } from './field-path';

/** Whether approach and circus costs exceed the total: the three wait together, and the rest is saved. */
export function areExpensesHeld({ series: { expenses } }: Draft): boolean {
  const { total, approach, circus } = expenses;
  return (
    total !== null &&
    doPartsExceed(
      total,
      [approach, circus].filter((pair) => pair !== null),
    )
  );
}

/** Fields that may be sent: a value that contradicts another one stays in its field, with its message, until they agree. */
export function leaveOutHeld(draft: Draft, paths: readonly FieldPath[]): readonly FieldPath[] {
  return areExpensesHeld(draft) ? paths.filter((path) => !path.startsWith('series.expenses.')) : paths;
}

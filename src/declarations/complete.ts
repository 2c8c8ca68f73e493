import type { DeclarationIssue } from '@/domain/declaration/issue';
import { isBlocking } from '@/domain/declaration/issues';
import { AppError } from '@/domain/errors';

/** Throws `declaration-incomplete` when something blocks: nothing is ever rendered from an incomplete declaration. */
export function assertComplete(issues: readonly DeclarationIssue[]): void {
  const blocking = issues.filter(isBlocking);
  const [first] = blocking;
  if (!first) return;
  throw new AppError('declaration-incomplete', `${first.organism}: ${first.code} at ${first.field}`, {
    organism: first.organism,
    field: first.field,
    count: blocking.length,
  });
}

/** A value that `check` has seen present; absent, it is an error of ours that must not become an empty field. */
export function requireValue<Value>(value: Value | null | undefined, field: string): Value {
  if (value === null || value === undefined)
    throw new AppError('declaration-incomplete', `required at ${field}`, { field });
  return value;
}

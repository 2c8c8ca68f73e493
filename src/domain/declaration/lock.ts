import { canCorrect, canTransmit, type DeclarationState } from './status';

/** Whether something of this declaration is on its way, or may have arrived: nobody knows yet what the organism holds. */
export function isInFlight(state: DeclarationState): boolean {
  return !canTransmit(state) && !canCorrect(state);
}

/** A declaration as its lock sees it: its state, and whether a person began to correct what was received. */
export type LockedDeclaration = { readonly state: DeclarationState; readonly correctingSince: Date | null };

/** Whether this declaration takes changes: not received yet, or being corrected. */
export function isOpen({ state, correctingSince }: LockedDeclaration): boolean {
  return canTransmit(state) || (correctingSince !== null && canCorrect(state));
}

/**
 * Whether the form of a show is closed: while anything is in flight, and once every chosen organism has received its
 * declaration and nobody corrects one of them. The form is that of the show: when one organism is corrected, or refused what
 * another received, it is open for all; what was received is frozen in its submission whatever becomes of the form, and the
 * difference is shown. Open when no organism is chosen.
 */
export function isFormLocked(declarations: readonly LockedDeclaration[]): boolean {
  if (declarations.some(({ state }) => isInFlight(state))) return true;
  return declarations.length > 0 && !declarations.some(isOpen);
}

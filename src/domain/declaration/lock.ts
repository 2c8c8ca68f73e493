import { canCorrect, canTransmit, type DeclarationState } from './status';

/** Whether something of this declaration is on its way, or may have arrived: nobody knows yet what the organism holds. */
export function isInFlight(state: DeclarationState): boolean {
  return !canTransmit(state) && !canCorrect(state);
}

/**
 * Whether the form of a show is closed: while anything is in flight, and once every chosen organism has received its
 * declaration. When one organism refused what another received, the form stays open, since a refused declaration must be
 * correctable; what was received is frozen in its submission whatever becomes of the form. Open when no organism is chosen.
 */
export function isFormLocked(states: readonly DeclarationState[]): boolean {
  if (states.some(isInFlight)) return true;
  return states.length > 0 && states.every((state) => !canTransmit(state));
}

import { type SandboxSystem } from '../http/exchange';
import { type RequestLog } from '../http/request-log';
import { httpTroubles, sacdTroubles, smtpTroubles, type Trouble, type TroubleStore } from '../http/trouble';
import { type TicketingSandbox } from '../http/ticketing-sandbox';
import { type SacdSandbox } from '../sacd/sacd';

export type ControlledWorld = {
  readonly systems: readonly SandboxSystem[];
  readonly ticketing: readonly TicketingSandbox[];
  readonly sacd: SacdSandbox;
  readonly troubles: TroubleStore;
  readonly log: RequestLog;
  readonly now: () => Date;
};
export type NewTrouble = Partial<Trouble> & Pick<Trouble, 'mode'>;

export const mailSystems = ['smtp-primary', 'smtp-fallback'] as const;
/** SACD's verdicts are kept apart: they change what is said of the representations, the others how HTTP behaves. */
const verdicts = 'sacd-verdict';

/** The modes a system knows, with what each does, or null for an unknown system. */
export function listModes(world: ControlledWorld, system: string): Readonly<Record<string, string>> | null {
  if (mailSystems.some((name) => name === system)) return smtpTroubles;
  if (!world.systems.some(({ name }) => name === system)) return null;
  return system === 'sacd' ? { ...httpTroubles, ...sacdTroubles } : httpTroubles;
}

export function setTrouble({ troubles }: ControlledWorld, system: string, trouble: NewTrouble): Trouble {
  return troubles.set(system === 'sacd' && trouble.mode in sacdTroubles ? verdicts : system, trouble);
}

export function listTroubles({ troubles }: ControlledWorld, system: string): readonly Trouble[] {
  return [...troubles.list(system), ...(system === 'sacd' ? troubles.list(verdicts) : [])];
}

export function clearTroubles({ troubles }: ControlledWorld, system: string): void {
  troubles.clear(system);
  if (system === 'sacd') troubles.clear(verdicts);
}

/** Troubles, counts and everything received. */
export function resetSystem(world: ControlledWorld, system: string): void {
  clearTroubles(world, system);
  world.log.clear(system);
  world.systems.find(({ name }) => name === system)?.reset();
}

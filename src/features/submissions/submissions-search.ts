import { declarationStates, type DeclarationState } from '@/domain/declaration/status';
import { type Organism, organisms } from '@/domain/organism';

/** What the address of the list of submissions keeps. */
export type SubmissionsSearch = {
  readonly organism?: Organism;
  readonly state?: DeclarationState;
  readonly page: number;
};

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads `?organisme=…&etat=…&page=…`; what is not known is left out. */
export function readSubmissionsSearch({ organisme, etat, page }: Parameters): SubmissionsSearch {
  const number = typeof page === 'string' && /^\d{1,4}$/.test(page) ? Number(page) : 1;
  return {
    organism: organisms.find((organism) => organism === organisme),
    state: declarationStates.find((state) => state === etat),
    page: Math.max(number, 1),
  };
}

/** The same as an address: `base` with what is chosen. */
export function toSubmissionsHref(base: string, { organism, state, page }: SubmissionsSearch): string {
  const query = new URLSearchParams();
  if (organism) query.set('organisme', organism);
  if (state) query.set('etat', state);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `${base}?${query}` : base;
}

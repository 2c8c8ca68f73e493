import { generateBigSeason, generateDemoSeason, type SeasonOptions } from '../season/generate-season';
import { type Season } from '../season/model';
import { type Distortion } from './encode';
import { generateOddSeason, oddDistortion } from './odd-account';

export type MapadoAccount = {
  readonly token: string;
  /** Number of the dedicated user who owns the token. Tokens of one user share one season. */
  readonly user: number;
  /** For people, in French. */
  readonly purpose: string;
  readonly createSeason: (options: Omit<SeasonOptions, 'seed'>) => Season;
  /** How a page says where the next one is: both are in use. */
  readonly nextStyle: 'nextPage' | 'view';
  /** Rows of a page at most, whatever is asked. */
  readonly maxItems: number;
  readonly hidesTotal?: true;
  /** The token is known and opens nothing. */
  readonly isLimited?: true;
  /** The token may not ask who owns it. */
  readonly isAnonymous?: true;
  /** A ticket together with the show of its date is more than the server can do. */
  readonly refusesJoins?: true;
  readonly distortion?: Distortion;
};

const usual = { nextStyle: 'nextPage', maxItems: 10_000 } as const;

/** Tokens of the demonstration: they open nothing anywhere else. */
export const mapadoAccounts: readonly MapadoAccount[] = [
  {
    ...usual,
    token: 'demo-key-mapado',
    user: 4001,
    purpose: 'une saison de 13 spectacles',
    createSeason: ({ reference }) => generateDemoSeason({ seed: 1, reference }),
  },
  {
    ...usual,
    token: 'demo-key-mapado-renewed',
    user: 4001,
    purpose: 'le même compte, après renouvellement de la clé',
    createSeason: ({ reference }) => generateDemoSeason({ seed: 1, reference }),
  },
  {
    ...usual,
    token: 'demo-key-mapado-limited',
    user: 4002,
    purpose: 'une clé reconnue, sans droit de lecture sur les billets',
    createSeason: () => ({ shows: [] }),
    isLimited: true,
  },
  {
    ...usual,
    token: 'demo-key-mapado-empty',
    user: 4003,
    purpose: 'un compte sans aucune vente',
    createSeason: () => ({ shows: [] }),
    isAnonymous: true,
  },
  {
    token: 'demo-key-mapado-odd',
    user: 4004,
    purpose: 'des spectacles abîmés\u00a0: tarif inconnu, date absente, autre monnaie…',
    createSeason: generateOddSeason,
    nextStyle: 'view',
    maxItems: 100,
    hidesTotal: true,
    distortion: oddDistortion,
  },
  {
    ...usual,
    token: 'demo-key-mapado-heavy',
    user: 4005,
    purpose: 'un compte trop gros pour lire ensemble les billets et leurs spectacles',
    createSeason: ({ reference }) => generateDemoSeason({ seed: 5, reference }),
    refusesJoins: true,
  },
  {
    ...usual,
    token: 'demo-key-mapado-100000-tickets',
    user: 4006,
    purpose: '100\u202f000 billets, 50 spectacles de 20 représentations',
    createSeason: ({ reference }) =>
      generateBigSeason({ shows: 50, performances: 20, sales: 100 }, { seed: 3, reference }),
  },
];

/**
 * The account of this token. Besides the list, `key-mapado-N` has a season of its own, drawn from the number N; odd numbers answer
 * in smaller pages and in the other style.
 */
export function findAccount(token: string): MapadoAccount | null {
  const listed = mapadoAccounts.find((account) => account.token === token);
  if (listed) return listed;
  const number = Number(/^key-mapado-(\d{1,6})$/.exec(token)?.[1] ?? NaN);
  if (Number.isNaN(number)) return null;
  return {
    token,
    user: 10_000 + number,
    purpose: 'une saison tirée de ce numéro',
    createSeason: ({ reference }) => generateDemoSeason({ seed: 100 + number, reference }),
    nextStyle: number % 2 === 0 ? 'nextPage' : 'view',
    maxItems: number % 2 === 0 ? 10_000 : 1_000,
  };
}

import { generateBigSeason, generateDemoSeason, generateSeason, type SeasonOptions } from '../season/generate-season';
import { type Season } from '../season/model';
import { distort, oddShows, type EncodedShow } from './odd-account';

export type BilletwebAccount = {
  readonly user: string;
  readonly key: string;
  /** For people, in French. */
  readonly purpose: string;
  readonly createSeason: (options: Omit<SeasonOptions, 'seed'>) => Season;
  /** A key limited to some events opens no list of the whole account. */
  readonly isLimited?: true;
  /** Measurements are not slowed down by the quota. */
  readonly hasNoQuota?: true;
  readonly distort?: (title: string, show: EncodedShow) => EncodedShow;
};

/** Keys of the demonstration: they open nothing anywhere else. Accounts of one user share one season. */
export const billetwebAccounts: readonly BilletwebAccount[] = [
  {
    user: 'demo-user',
    key: 'demo-key-billetweb',
    purpose: 'une saison de 13 spectacles',
    createSeason: ({ reference }) => generateDemoSeason({ seed: 1, reference }),
  },
  {
    user: 'demo-user',
    key: 'demo-key-limited',
    purpose: 'la même saison, clé restreinte à certains événements',
    createSeason: ({ reference }) => generateDemoSeason({ seed: 1, reference }),
    isLimited: true,
  },
  {
    user: 'empty-user',
    key: 'demo-key-empty',
    purpose: 'un compte sans aucune vente',
    createSeason: () => ({ shows: [] }),
  },
  {
    user: 'odd-user',
    key: 'demo-key-odd',
    purpose: 'des spectacles abîmés : montants absurdes, sans date, tarif supprimé…',
    createSeason: ({ reference }) => generateSeason(oddShows, { seed: 2, reference }),
    distort,
  },
  {
    user: 'bench-2000',
    key: 'demo-key-2000-shows',
    purpose: '2 000 spectacles de 5 représentations, sans quota',
    createSeason: ({ reference }) =>
      generateBigSeason({ shows: 2000, performances: 5, sales: 3 }, { seed: 3, reference }),
    hasNoQuota: true,
  },
  {
    user: 'bench-200',
    key: 'demo-key-200-performances',
    purpose: '1 spectacle de 200 représentations, sans quota',
    createSeason: ({ reference }) =>
      generateBigSeason({ shows: 1, performances: 200, sales: 25 }, { seed: 4, reference }),
    hasNoQuota: true,
  },
  {
    user: 'bench-100000',
    key: 'demo-key-100000-tickets',
    purpose: '100\u00a0000 billets, 50 spectacles de 20 représentations, sans quota',
    createSeason: ({ reference }) =>
      generateBigSeason({ shows: 50, performances: 20, sales: 100 }, { seed: 5, reference }),
    hasNoQuota: true,
  },
];

/**
 * The account of these credentials. Besides the list, `user-N` with `key-N` has a season of its own, drawn from the number N,
 * so that tests running at the same time share nothing.
 */
export function findAccount(user: string, key: string): BilletwebAccount | null {
  const listed = billetwebAccounts.find((account) => account.user === user && account.key === key);
  if (listed) return listed;
  const numbered = toNumberedAccount(user);
  return numbered?.key === key ? numbered : null;
}

/** Any account of this user: those of one user share one season. */
export function findAccountOfUser(user: string): BilletwebAccount | null {
  return billetwebAccounts.find((account) => account.user === user) ?? toNumberedAccount(user);
}

function toNumberedAccount(user: string): BilletwebAccount | null {
  const number = /^user-(\d{1,6})$/.exec(user)?.[1];
  if (number === undefined) return null;
  const createSeason: BilletwebAccount['createSeason'] = ({ reference }) =>
    generateDemoSeason({ seed: 100 + Number(number), reference });
  return { user, key: `key-${number}`, purpose: 'une saison tirée de ce numéro', createSeason };
}

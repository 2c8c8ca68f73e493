import { demoShows } from '../season/demo-shows';
import { generateBigSeason, generateDemoSeason, generateSeason, type SeasonOptions } from '../season/generate-season';
import { type Season } from '../season/model';
import { flattenSeason } from './flatten-season';
import { oddShows, withOddHistory } from './odd-account';

export type ShotgunAccount = {
  /** Number of the organiser. */
  readonly organizer: string;
  readonly token: string;
  /** For people, in French. */
  readonly purpose: string;
  /** Null: the account of the measurements, which is no season. */
  readonly createSeason: ((options: Omit<SeasonOptions, 'seed'>) => Season) | null;
  readonly isOdd?: true;
  /** Issued before July 2025: the list of events refuses `key` and wants `token`. */
  readonly isOldToken?: true;
  /** Measurements are not slowed down by the quota. */
  readonly hasNoQuota?: true;
};

const createDemoSeason: ShotgunAccount['createSeason'] = ({ reference }) =>
  flattenSeason(generateDemoSeason({ seed: 1, reference }));

/** Single and several dates, mixed rates, free entry, no date, dates to come, an old show: what quick tests need. */
const shortTitles = ['Quatuor', 'Cabaret', 'Conférence', 'Archives', 'Jazz', 'Le Retour'];
const shortShows = demoShows.filter(({ title }) => shortTitles.some((start) => title.startsWith(start)));

/** Keys of the demonstration: they open nothing anywhere else. Accounts of one organiser share one season. */
export const shotgunAccounts: readonly ShotgunAccount[] = [
  {
    organizer: '173027',
    token: 'demo-key-shotgun',
    purpose: 'une saison de 13 spectacles, un événement par date',
    createSeason: createDemoSeason,
  },
  {
    organizer: '173027',
    token: 'demo-key-shotgun-old',
    purpose: 'la même saison, jeton d’avant juillet 2025',
    createSeason: createDemoSeason,
    isOldToken: true,
  },
  {
    organizer: '173030',
    token: 'demo-key-short',
    purpose: 'six de ces spectacles, sans quota',
    createSeason: ({ reference }) => flattenSeason(generateSeason(shortShows, { seed: 6, reference })),
    hasNoQuota: true,
  },
  {
    organizer: '173028',
    token: 'demo-key-empty',
    purpose: 'un compte sans aucune vente',
    createSeason: () => ({ shows: [] }),
  },
  {
    organizer: '173029',
    token: 'demo-key-odd',
    purpose: 'des événements abîmés\u00a0: montants absurdes, autre monnaie, statut inconnu…',
    createSeason: ({ reference }) => withOddHistory(flattenSeason(generateSeason(oddShows, { seed: 2, reference }))),
    isOdd: true,
  },
  {
    organizer: '173031',
    token: 'demo-key-240-events',
    purpose: '240 événements de 2 billets, sans quota',
    createSeason: ({ reference }) =>
      flattenSeason(generateBigSeason({ shows: 240, performances: 1, sales: 2 }, { seed: 5, reference })),
    hasNoQuota: true,
  },
  {
    organizer: '173100',
    token: 'demo-key-100000-tickets',
    purpose: '100\u00a0000 billets de 100 événements, sans quota',
    createSeason: null,
    hasNoQuota: true,
  },
];

/**
 * The account that a token opens. Besides the list, `key-9NNNNN` opens the organiser 9NNNNN, with a season drawn from that number, so that
 * tests running at the same time share nothing.
 */
export function findAccount(token: string): ShotgunAccount | null {
  const listed = shotgunAccounts.find((account) => account.token === token);
  return listed ?? toNumberedAccount(/^key-(\d+)$/.exec(token)?.[1] ?? '');
}

/** Any account of this organiser: those of one organiser share one season. */
export function findAccountOfOrganizer(organizer: string): ShotgunAccount | null {
  return shotgunAccounts.find((account) => account.organizer === organizer) ?? toNumberedAccount(organizer);
}

function toNumberedAccount(organizer: string): ShotgunAccount | null {
  if (!/^9\d{5}$/.test(organizer)) return null;
  return {
    organizer,
    token: `key-${organizer}`,
    purpose: 'une saison tirée de ce numéro',
    createSeason: ({ reference }) => flattenSeason(generateDemoSeason({ seed: 100 + Number(organizer), reference })),
  };
}

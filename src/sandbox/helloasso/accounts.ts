import { type HelloassoOrganization } from './organization';
import { demoShows } from '../season/demo-shows';
import { generateBigSeason, generateDemoSeason, generateSeason, type SeasonOptions } from '../season/generate-season';
import { type Season } from '../season/model';
import { oddShows } from './odd-account';
import { toSingleDateShows } from './to-single-date-shows';

export type HelloassoAccount = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** For people, in French. */
  readonly purpose: string;
  /** What the key sees: one association as a rule. */
  readonly organizations: readonly HelloassoOrganization[];
  readonly createSeason: (options: Omit<SeasonOptions, 'seed'>) => Season;
  /** A key whose rights were taken back: it opens nothing. */
  readonly isLimited?: true;
  /** Its forms and its items have one defect each. */
  readonly isOdd?: true;
  /** Measurements are not slowed down by the ration of tokens. */
  readonly hasNoRation?: true;
};

const embruns: HelloassoOrganization = { slug: 'theatre-des-embruns', name: 'Théâtre des Embruns' };
const createDemoSeason: HelloassoAccount['createSeason'] = ({ reference }) =>
  toSingleDateShows(generateDemoSeason({ seed: 1, reference }));

/** Keys of the demonstration: they open nothing anywhere else. */
export const helloassoAccounts: readonly HelloassoAccount[] = [
  {
    clientId: 'demo-client',
    clientSecret: 'demo-key-helloasso',
    purpose: 'une saison de 13 spectacles, un formulaire par date',
    organizations: [embruns],
    createSeason: createDemoSeason,
  },
  {
    clientId: 'short-client',
    clientSecret: 'demo-key-short',
    purpose: 'une petite saison de 6 spectacles',
    organizations: [{ slug: 'les-quatre-vents', name: 'Les Quatre Vents' }],
    createSeason: ({ reference }) =>
      toSingleDateShows(
        generateSeason(
          [3, 5, 7, 8, 10, 12].flatMap((index) => demoShows[index] ?? []),
          { seed: 5, reference },
        ),
      ),
  },
  {
    clientId: 'limited-client',
    clientSecret: 'demo-key-limited',
    purpose: 'une clé à qui ses droits ont été retirés',
    organizations: [embruns],
    createSeason: createDemoSeason,
    isLimited: true,
  },
  {
    clientId: 'several-client',
    clientSecret: 'demo-key-several',
    purpose: 'une clé qui ouvre deux associations',
    organizations: [embruns, { slug: 'amis-du-phare', name: 'Les Amis du Phare' }],
    createSeason: createDemoSeason,
  },
  {
    clientId: 'orphan-client',
    clientSecret: 'demo-key-orphan',
    purpose: 'une clé qui n’ouvre aucune association',
    organizations: [],
    createSeason: () => ({ shows: [] }),
  },
  {
    clientId: 'empty-client',
    clientSecret: 'demo-key-empty',
    purpose: 'une association sans aucune vente',
    organizations: [{ slug: 'maree-basse', name: 'Marée basse' }],
    createSeason: () => ({ shows: [] }),
  },
  {
    clientId: 'odd-client',
    clientSecret: 'demo-key-odd',
    purpose: 'des formulaires abîmés : monnaie, date, tarif supprimé, TVA étrangère…',
    organizations: [{ slug: 'cabinet-de-curiosites', name: 'Cabinet de curiosités' }],
    createSeason: ({ reference }) => toSingleDateShows(generateSeason(oddShows, { seed: 2, reference })),
    isOdd: true,
  },
  {
    clientId: 'bench-client',
    clientSecret: 'demo-key-100000-tickets',
    purpose: '20 formulaires, 100 000 billets, jetons non rationnés',
    organizations: [{ slug: 'grande-scene', name: 'La Grande Scène' }],
    createSeason: ({ reference }) =>
      toSingleDateShows(generateBigSeason({ shows: 20, performances: 1, sales: 5000 }, { seed: 3, reference })),
    hasNoRation: true,
  },
];

/** Any account of this name: besides the list, `client-N` has a season of its own, drawn from the number N. */
export function findAccount(clientId: string): HelloassoAccount | null {
  const listed = helloassoAccounts.find((account) => account.clientId === clientId);
  if (listed) return listed;
  const number = /^client-(\d{1,6})$/.exec(clientId)?.[1];
  if (number === undefined) return null;
  return {
    clientId,
    clientSecret: `key-${number}`,
    purpose: 'une saison tirée de ce numéro',
    organizations: [{ slug: `association-${number}`, name: `Association ${number}` }],
    createSeason: ({ reference }) => toSingleDateShows(generateDemoSeason({ seed: 100 + Number(number), reference })),
  };
}

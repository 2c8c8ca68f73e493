import { generateBigSeason, generateDemoSeason, generateSeason, type SeasonOptions } from '../season/generate-season';
import { type LedgerLine, type Season } from '../season/model';
import { type Brand } from './brands';
import { type EncodedStatement } from './encode';
import { adjustLedger, distort, oddShows } from './odd-account';

export type SupersoniksAccount = {
  /** The customer's site. On the loopback every site has the same address, so the key alone tells accounts apart. */
  readonly domain: string;
  readonly key: string;
  /** For people, in French. */
  readonly purpose: string;
  readonly createSeason: (options: Omit<SeasonOptions, 'seed'>) => Season;
  /** The key is known and opens nothing. */
  readonly isRefused?: true;
  /** Also sells gift cards, subscriptions and products. */
  readonly hasShop?: true;
  /** What the books of the site do not know either. */
  readonly adjustLedger?: (line: LedgerLine, sessionIndex: number) => LedgerLine;
  readonly distort?: (title: string, statement: EncodedStatement, index: number) => readonly EncodedStatement[];
};

/** Keys of the demonstration: they open nothing anywhere else. */
export function listAccounts({ name, site }: Brand): readonly SupersoniksAccount[] {
  const key = `eydemo-key-${name}`;
  const createDemo: SupersoniksAccount['createSeason'] = ({ reference }) => generateDemoSeason({ seed: 1, reference });
  return [
    {
      domain: `billetterie.${site}`,
      key,
      purpose: 'une saison de 13 spectacles, des cartes cadeaux et des abonnements',
      createSeason: createDemo,
      hasShop: true,
    },
    {
      domain: `billetterie.${site}`,
      key: `${key}-refused`,
      purpose: 'la même billetterie, clé sans droit de lecture',
      createSeason: createDemo,
      isRefused: true,
    },
    {
      domain: `vide.${site}`,
      key: `${key}-empty`,
      purpose: 'une billetterie sans aucune vente',
      createSeason: () => ({ shows: [] }),
    },
    {
      domain: `curiosites.${site}`,
      key: `${key}-odd`,
      purpose: 'des spectacles abîmés\u00a0: sans date, TVA étrangère ou absente, recettes absurdes…',
      createSeason: ({ reference }) => generateSeason(oddShows, { seed: 2, reference }),
      distort,
      adjustLedger,
    },
    {
      domain: `mesure.${site}`,
      key: `${key}-100000-tickets`,
      purpose: '100\u00a0000 billets, 50 spectacles de 20 représentations',
      createSeason: ({ reference }) =>
        generateBigSeason({ shows: 50, performances: 20, sales: 100 }, { seed: 3, reference }),
    },
  ];
}

/**
 * The account of this key. Besides the list, `ey-key-N` opens `billetterie-N` with a season of its own, drawn from the number N, so that
 * tests running at the same time share nothing.
 */
export function findAccount(brand: Brand, key: string): SupersoniksAccount | null {
  const number = /^ey-key-(\d{1,6})$/.exec(key)?.[1];
  if (number !== undefined) return toNumberedAccount(brand, number);
  return listAccounts(brand).find((account) => account.key === key) ?? null;
}

/** Any account of this site: those of one site share one season. */
export function findAccountOfDomain(brand: Brand, domain: string): SupersoniksAccount | null {
  const listed = listAccounts(brand).find((account) => account.domain === domain);
  const [, number, site] = /^billetterie-(\d{1,6})\.(.+)$/.exec(domain) ?? [];
  if (listed || number === undefined || site !== brand.site) return listed ?? null;
  return toNumberedAccount(brand, number);
}

function toNumberedAccount({ site }: Brand, number: string): SupersoniksAccount {
  return {
    domain: `billetterie-${number}.${site}`,
    key: `ey-key-${number}`,
    purpose: 'une saison tirée de ce numéro',
    createSeason: ({ reference }) => generateDemoSeason({ seed: 100 + Number(number), reference }),
  };
}

import type { Genre } from './genre';
import { findLikelyTax } from './likely-tax';
import { type Organism, organisms, type TaxOrganism } from './organism';

/** What a person says of a show; null while they did not, or do not know. */
export type ConcernAnswers = {
  readonly genre: Genre | null;
  /** Music still protected is played or broadcast, background music included. */
  readonly hasProtectedMusic: boolean | null;
  /** A text, a staging or a choreography still protected is performed. */
  readonly hasProtectedText: boolean | null;
  /** The structure sells the tickets, or has them sold in its name. */
  readonly holdsTicketing: boolean | null;
  /** The structure produces the show and sells it to whoever presents it. */
  readonly sellsShow: boolean | null;
  /** The structure holds a receipt of declaration, which stands for the licence of live-performance entrepreneur. */
  readonly hasLicence: boolean | null;
};
export type ConcernQuestion = keyof ConcernAnswers;

/** `to-check` where the answers do not tell, or where only the organism can. Nothing is ever decided here. */
export type ConcernVerdict = 'likely' | 'unlikely' | 'to-check';

/** Why; its French sentence is in `src/i18n/concerned-organisms.ts`. `genre` is told by the reason of the likely tax. */
export type ConcernReason =
  | 'protected-work'
  | 'no-protected-work'
  | 'unknown-work'
  | 'organiser-declares'
  | 'genre'
  | 'unknown-genre'
  | 'owed-by-ticketing'
  | 'owed-by-seller-when-free'
  | 'licence-and-ticketing'
  | 'no-licence'
  | 'declared-by-ticketing'
  | 'unknown-licence';

export type Concern = {
  readonly organism: Organism;
  readonly verdict: ConcernVerdict;
  readonly reason: ConcernReason;
};

type Finding = Omit<Concern, 'organism'>;

/**
 * Which organisms a show most likely concerns, in the order of the screens, each with its reason. A proposal: authors' rights
 * follow the works (code de la propriété intellectuelle, L. 122-4, L. 132-21), the taxes the genre and who holds the ticketing
 * (code des impositions sur les biens et services, L. 452-14 to L. 452-27), SIBIL the licence (act 2016-925, article 48).
 */
export function findConcerns(answers: ConcernAnswers): readonly Concern[] {
  return organisms.map((organism) => ({ organism, ...findConcern(organism, answers) }));
}

function findConcern(organism: Organism, answers: ConcernAnswers): Finding {
  switch (organism) {
    case 'SACEM':
      return findAuthorsConcern(answers.hasProtectedMusic, answers);
    case 'SACD':
      return findAuthorsConcern(answers.hasProtectedText, answers);
    case 'CNM':
    case 'ASTP':
      return findTaxConcern(organism, answers);
    case 'SIBIL':
      return findStatisticsConcern(answers);
  }
}

/** Authors' rights: whoever presents the show declares, unless its contract says otherwise. */
function findAuthorsConcern(hasProtectedWork: boolean | null, { holdsTicketing }: ConcernAnswers): Finding {
  if (hasProtectedWork === null) return { verdict: 'to-check', reason: 'unknown-work' };
  if (!hasProtectedWork) return { verdict: 'unlikely', reason: 'no-protected-work' };
  if (holdsTicketing === false) return { verdict: 'to-check', reason: 'organiser-declares' };
  return { verdict: 'likely', reason: 'protected-work' };
}

/** The tax of a genre, owed by whoever holds the ticketing; by the seller of the show where entrance is free. */
function findTaxConcern(organism: TaxOrganism, { genre, holdsTicketing, sellsShow }: ConcernAnswers): Finding {
  if (genre === null) return { verdict: 'to-check', reason: 'unknown-genre' };
  const { tax, mustAsk } = findLikelyTax(genre);
  if (!mustAsk && tax !== organism) return { verdict: 'unlikely', reason: 'genre' };
  if (holdsTicketing === false) {
    if (sellsShow === false) return { verdict: 'unlikely', reason: 'owed-by-ticketing' };
    return { verdict: 'to-check', reason: 'owed-by-seller-when-free' };
  }
  return { verdict: mustAsk ? 'to-check' : 'likely', reason: 'genre' };
}

/** Ticketing data go to the ministry from the licence holder who is responsible for the ticketing. */
function findStatisticsConcern({ hasLicence, holdsTicketing }: ConcernAnswers): Finding {
  if (hasLicence === false) return { verdict: 'unlikely', reason: 'no-licence' };
  if (holdsTicketing === false) return { verdict: 'unlikely', reason: 'declared-by-ticketing' };
  if (hasLicence === null || holdsTicketing === null) return { verdict: 'to-check', reason: 'unknown-licence' };
  return { verdict: 'likely', reason: 'licence-and-ticketing' };
}

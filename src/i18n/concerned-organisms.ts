import type { Concern, ConcernReason, ConcernVerdict } from '@/domain/concerned-organisms';
import type { Genre } from '@/domain/genre';
import { findLikelyTax } from '@/domain/likely-tax';
import type { Organism } from '@/domain/organism';
import { likelyTaxSentences } from './likely-tax';

export const concernVerdictLabels: Readonly<Record<ConcernVerdict, string>> = {
  likely: 'Probablement concerné',
  unlikely: 'Probablement pas concerné',
  'to-check': 'À vérifier',
};

/** Texts that the answers rest on, as a person would look them up. */
export const concernSources: Readonly<Record<Organism, string>> = {
  SACEM: 'Code de la propriété intellectuelle, articles L. 122-4 et L. 132-21',
  SACD: 'Code de la propriété intellectuelle, articles L. 122-4 et L. 132-21',
  CNM: 'Code des impositions sur les biens et services, articles L. 452-14 à L. 452-27\u00a0; décrets 2004-117 et 2017-721',
  ASTP: 'Code des impositions sur les biens et services, articles L. 452-14 à L. 452-27\u00a0; décrets 2004-117 et 2017-721',
  SIBIL: 'Loi 2016-925 du 7 juillet 2016, article 48\u00a0; décret 2017-926 du 9 mai 2017',
};

/** What each society of authors looks after: as said, and as denied. */
const works: Readonly<Partial<Record<Organism, { readonly said: string; readonly denied: string }>>> = {
  SACEM: { said: 'de la musique protégée', denied: 'de musique protégée' },
  SACD: {
    said: 'un texte, une mise en scène ou une chorégraphie protégés',
    denied: 'de texte, de mise en scène ni de chorégraphie protégés',
  },
};

type Sentence = (organism: Organism) => string;

const sentences: Readonly<Record<Exclude<ConcernReason, 'genre'>, Sentence>> = {
  'protected-work': (organism) =>
    `Ce spectacle contient ${works[organism]?.said}\u00a0: qui le présente au public déclare ses recettes.`,
  'no-protected-work': (organism) => `Ce spectacle ne contient pas ${works[organism]?.denied}.`,
  'unknown-work': (organism) =>
    `Tout dépend des œuvres\u00a0: dites si le spectacle contient ${works[organism]?.said}.`,
  'organiser-declares': () =>
    'C’est d’ordinaire à qui tient la billetterie de déclarer\u00a0: votre contrat dit si cela vous revient.',
  'unknown-genre': () => 'Tout dépend du genre\u00a0: choisissez celui du spectacle.',
  'owed-by-ticketing': () => 'Cette taxe est due par la structure qui tient la billetterie.',
  'owed-by-seller-when-free': () =>
    'Cette taxe est due par qui tient la billetterie\u00a0; si l’entrée est gratuite, par qui vend le spectacle.',
  'licence-and-ticketing': () =>
    'Vous avez un récépissé de licence et tenez la billetterie\u00a0: vos données de billetterie sont attendues chaque trimestre.',
  'no-licence': () => 'Seuls les titulaires d’un récépissé de licence transmettent leurs données de billetterie.',
  'declared-by-ticketing': () => 'La structure responsable de la billetterie transmet ces données.',
  'unknown-licence': () =>
    'Tout dépend de votre licence et de la billetterie\u00a0: dites si vous avez un récépissé et si vous la tenez.',
};

/** Why an organism is concerned or not, in one sentence. The genre tells for the taxes. */
export function describeConcern({ organism, reason }: Concern, genre: Genre | null): string {
  if (reason !== 'genre') return sentences[reason](organism);
  return genre === null ? sentences['unknown-genre'](organism) : likelyTaxSentences[findLikelyTax(genre).reason];
}

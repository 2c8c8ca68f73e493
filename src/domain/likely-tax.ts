import type { Genre } from './genre';
import type { TaxOrganism } from './organism';

/** Why a genre leads to a tax, to none, or to a question. French sentences: `src/i18n/likely-tax.ts`. */
export type LikelyTaxReason =
  | 'variety' // in the decree's list of variety shows
  | 'drama' // in the decree's list of drama, opera, dance
  | 'not-listed' // in neither list
  | 'circus-or-illusion' // circus none, illusionists CNM
  | 'musical-form' // traditional forms and musical theatre ASTP, other musicals to ask
  | 'humour' // CNM, unless played in a theatre that belongs to ASTP
  | 'opera-or-concert' // opera ASTP, classical concert none
  | 'world-or-traditional' // world CNM, traditional music outside
  | 'ice-or-park' // ice and aquatic CNM, parks to ask
  | 'undetermined'; // depends on what is played

export type LikelyTax = {
  /** The tax most likely due; null for none. A proposal: the user decides, and the ministry settles a doubtful case. */
  readonly tax: TaxOrganism | null;
  readonly reason: LikelyTaxReason;
  /** The genre alone does not tell. */
  readonly mustAsk: boolean;
};

const sure = (tax: TaxOrganism | null, reason: LikelyTaxReason): LikelyTax => ({ tax, reason, mustAsk: false });
const asked = (tax: TaxOrganism | null, reason: LikelyTaxReason): LikelyTax => ({ tax, reason, mustAsk: true });

/** Inferred from the lists of decrees 2004-117 and 2017-721; confirmed by no source for each genre as the forms name them. */
const likelyTaxes: Readonly<Record<Genre, LikelyTax>> = {
  OUTDOOR_PERFORMANCE: sure(null, 'not-listed'),
  CABARET_AND_MUSIC_HALL: sure('CNM', 'variety'),
  CIRCUS_AND_MAGIC: asked(null, 'circus-or-illusion'),
  MUSICAL_THEATRE: asked('ASTP', 'musical-form'),
  DANCE: sure('ASTP', 'drama'),
  COMEDY_AND_STAND_UP: asked('CNM', 'humour'),
  PUPPETRY: sure('ASTP', 'drama'),
  CLASSICAL_AND_OPERA_AND_CONTEMPORARY_MUSIC: asked(null, 'opera-or-concert'),
  POPULAR_AND_JAZZ_MUSIC: sure('CNM', 'variety'),
  WORLD_AND_TRADITIONAL_MUSIC_AND_DANCE: asked('CNM', 'world-or-traditional'),
  HISTORICAL_REENACTMENTS_AND_HERITAGE_SOUND_AND_LIGHT_SHOWS: asked(null, 'undetermined'),
  LIVE_PERFORMANCE_WITHOUT_DOMINANT_DISCIPLINE: asked(null, 'undetermined'),
  ICE_SHOWS_AND_THEME_PARKS_AND_RELATED_PERFORMANCES: asked('CNM', 'ice-or-park'),
  THEATRE_AND_STORYTELLING_AND_MIME: sure('ASTP', 'drama'),
};

/** Which tax a genre most likely owes, why, and whether to ask. Never both. */
export function findLikelyTax(genre: Genre): LikelyTax {
  return likelyTaxes[genre];
}

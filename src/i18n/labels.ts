import type { DeadlineRule } from '@/domain/calendar';
import type { DocumentType, ExpenseKind, OtherRevenueKind } from '@/domain/declaration/bounds';
import type { Audience, Genre } from '@/domain/genre';
import type { Organism } from '@/domain/organism';
import type { VenueKind } from '@/domain/venue-kind';

export { declarationStateLabels, organismLabels } from './declaration-labels';

/** Kinds of performance, in the words of the organisms’ forms. */
export const genreLabels: Readonly<Record<Genre, string>> = {
  OUTDOOR_PERFORMANCE: 'Arts de la rue',
  CABARET_AND_MUSIC_HALL: 'Cabaret, music-hall',
  CIRCUS_AND_MAGIC: 'Cirque, magie',
  MUSICAL_THEATRE: 'Comédie musicale, spectacle ou théâtre musical',
  DANCE: 'Danse',
  COMEDY_AND_STAND_UP: 'Humour, one man shows, stand-up',
  PUPPETRY: 'Marionnettes',
  CLASSICAL_AND_OPERA_AND_CONTEMPORARY_MUSIC: 'Musique classique, lyrique et contemporaine',
  POPULAR_AND_JAZZ_MUSIC: 'Musiques actuelles et jazz',
  WORLD_AND_TRADITIONAL_MUSIC_AND_DANCE: 'Musiques et danses du monde et traditionnelles',
  HISTORICAL_REENACTMENTS_AND_HERITAGE_SOUND_AND_LIGHT_SHOWS:
    'Reconstitutions historiques, sons et lumières patrimoniales',
  LIVE_PERFORMANCE_WITHOUT_DOMINANT_DISCIPLINE: 'Spectacle vivant sans discipline dominante',
  ICE_SHOWS_AND_THEME_PARKS_AND_RELATED_PERFORMANCES: 'Spectacles sur glace, parcs de loisirs et assimilés',
  THEATRE_AND_STORYTELLING_AND_MIME: 'Théâtre, conte, mime',
};

export const audienceLabels: Readonly<Record<Audience, string>> = {
  ALL: 'Tout public',
  YOUNG: 'Jeune public',
  SCHOOL: 'Scolaire',
};

/** Types of place, for SIBIL. */
export const venueKindLabels: Readonly<Record<VenueKind, string>> = {
  THEATRE: 'Théâtre',
  ESPACE_POLYVALENT: 'Espace polyvalent',
  CASINO_DISCOTHEQUE_HOTEL_CAFE_RESTAURANT: 'Casino, discothèque, hôtel, café, restaurant',
  SALLE_CONCERT_AUDITORIUM_OPERA_ZENITH: 'Salle de concert, auditorium, opéra, zénith',
  CABARET_MUSIC_HALL: 'Cabaret, music-hall',
  PLEIN_AIR_PARC_LOISIRS_ATTRACTION: 'Plein air, parc de loisirs ou d’attractions',
  STRUCTURE_ITINERANTE_DEMONTABLE_CHAPITEAU: 'Structure itinérante ou démontable, chapiteau',
  LIEU_DE_CULTE: 'Lieu de culte',
  LIEU_DE_SANTE: 'Lieu de santé',
  AUTRE: 'Autre lieu',
};

/** For whom each declaration is, where a person chooses. */
export const organismPurposes: Readonly<Record<Organism, string>> = {
  SACEM: 'Spectacles avec de la musique protégée',
  SACD: 'Spectacles avec un texte, une mise en scène ou une chorégraphie protégés',
  CNM: 'Taxe sur les spectacles de variétés',
  ASTP: 'Taxe sur les spectacles d’art dramatique, lyrique et chorégraphique',
  SIBIL: 'Données de billetterie pour le ministère de la Culture',
};

export const documentTypeLabels: Readonly<Record<DocumentType, string>> = {
  ARTISTIC_CONTRACT: 'Contrat artistique',
  PERFORMED_WORK_PROGRAM: 'Programme des œuvres jouées',
  REVENUE_STATEMENT: 'Bordereau de recettes',
  OTHER: 'Autre document',
};

/** Origins of side revenue, as the SACEM form names them. */
export const otherRevenueLabels: Readonly<Record<OtherRevenueKind, string>> = {
  bar: 'Consommations',
  catering: 'Restauration',
  programmes: 'Vente de programmes',
  other: 'Autres recettes',
};

export const expenseLabels: Readonly<Record<ExpenseKind, string>> = {
  total: 'Dépenses totales',
  approach: 'Frais d’approche',
  circus: 'Frais spécifiques au cirque',
};

/** Where a deadline comes from, shown on demand beside it. */
export const deadlineSources: Readonly<Record<DeadlineRule, string>> = {
  'sacem-ten-days': 'Dix jours après la dernière représentation, selon le guide de la SACEM pour le spectacle vivant',
  'sacem-end-of-next-month':
    'Dernier jour du mois qui suit la dernière représentation, selon le formulaire de la SACEM',
  'sacd-thirty-days': 'Trente jours après la dernière représentation, selon le bordereau de la SACD',
  'cnm-third-month':
    'Dernier jour du troisième mois qui suit la dernière représentation, selon le CNM (confirmé par une source officielle)',
  'astp-third-month':
    'Dernier jour du troisième mois qui suit la dernière représentation, selon l’ASTP (confirmé par une source officielle)',
  'sibil-tenth-day':
    'Avant le 10 du mois qui suit le trimestre, selon le décret n°\u00a02017-926 sur SIBIL (confirmé par une source officielle)',
};

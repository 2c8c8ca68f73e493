/** Types of place, as SIBIL's reference list names them. Labels: `src/i18n/labels.ts`. */
export const venueKinds = [
  'THEATRE',
  'ESPACE_POLYVALENT',
  'CASINO_DISCOTHEQUE_HOTEL_CAFE_RESTAURANT',
  'SALLE_CONCERT_AUDITORIUM_OPERA_ZENITH',
  'CABARET_MUSIC_HALL',
  'PLEIN_AIR_PARC_LOISIRS_ATTRACTION',
  'STRUCTURE_ITINERANTE_DEMONTABLE_CHAPITEAU',
  'LIEU_DE_CULTE',
  'LIEU_DE_SANTE',
  'AUTRE',
] as const;
export type VenueKind = (typeof venueKinds)[number];

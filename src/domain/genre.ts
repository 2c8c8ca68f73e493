/** Kinds of performance, as the organisms' forms list them. Labels: `src/i18n`. */
export const genres = [
  'OUTDOOR_PERFORMANCE',
  'CABARET_AND_MUSIC_HALL',
  'CIRCUS_AND_MAGIC',
  'MUSICAL_THEATRE',
  'DANCE',
  'COMEDY_AND_STAND_UP',
  'PUPPETRY',
  'CLASSICAL_AND_OPERA_AND_CONTEMPORARY_MUSIC',
  'POPULAR_AND_JAZZ_MUSIC',
  'WORLD_AND_TRADITIONAL_MUSIC_AND_DANCE',
  'HISTORICAL_REENACTMENTS_AND_HERITAGE_SOUND_AND_LIGHT_SHOWS',
  'LIVE_PERFORMANCE_WITHOUT_DOMINANT_DISCIPLINE',
  'ICE_SHOWS_AND_THEME_PARKS_AND_RELATED_PERFORMANCES',
  'THEATRE_AND_STORYTELLING_AND_MIME',
] as const;
export type Genre = (typeof genres)[number];

/** Who a performance is for: everyone, young audience, schools. */
export const audiences = ['ALL', 'YOUNG', 'SCHOOL'] as const;
export type Audience = (typeof audiences)[number];

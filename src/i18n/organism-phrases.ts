import type { Organism } from '@/domain/organism';

type Phrases = {
  /** At the beginning of a sentence: «La SACEM». */
  readonly start: string;
  readonly the: string;
  /** After a verb: «déclarer à la SACEM». */
  readonly to: string;
  readonly of: string;
};

/** Organisms inside a sentence, each with its own article. */
export const organismPhrases: Readonly<Record<Organism, Phrases>> = {
  SACEM: { start: 'La SACEM', the: 'la SACEM', to: 'à la SACEM', of: 'de la SACEM' },
  SACD: { start: 'La SACD', the: 'la SACD', to: 'à la SACD', of: 'de la SACD' },
  CNM: { start: 'Le CNM', the: 'le CNM', to: 'au CNM', of: 'du CNM' },
  ASTP: { start: 'L’ASTP', the: 'l’ASTP', to: 'à l’ASTP', of: 'de l’ASTP' },
  SIBIL: { start: 'SIBIL', the: 'SIBIL', to: 'dans SIBIL', of: 'de SIBIL' },
};

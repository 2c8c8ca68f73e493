import type { Organism } from '@/domain/organism';

/** Organisms inside a sentence: «la SACEM», «à l’ASTP», «du CNM». */
export const organismPhrases: Readonly<Record<Organism, { readonly the: string; readonly to: string; readonly of: string }>> = {
  SACEM: { the: 'la SACEM', to: 'à la SACEM', of: 'de la SACEM' },
  SACD: { the: 'la SACD', to: 'à la SACD', of: 'de la SACD' },
  CNM: { the: 'le CNM', to: 'au CNM', of: 'du CNM' },
  ASTP: { the: 'l’ASTP', to: 'à l’ASTP', of: 'de l’ASTP' },
  SIBIL: { the: 'SIBIL', to: 'à SIBIL', of: 'de SIBIL' },
};

import type { Organism } from '@/domain/organism';
import { organismPhrases } from '@/i18n/organism-phrases';

/** To whom, in a sentence: «à la SACEM et à la SACD». */
export function listOrganisms(organisms: readonly Organism[]): string {
  return organisms.map((organism) => organismPhrases[organism].to).join(' et ');
}

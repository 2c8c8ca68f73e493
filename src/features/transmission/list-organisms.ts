import type { Organism } from '@/domain/organism';
import { organismLabels } from '@/i18n/labels';

/** Organisms in a sentence: «la SACEM et la SACD», so that «à» gives «à la SACEM et à la SACD». */
export function listOrganisms(organisms: readonly Organism[]): string {
  return organisms.map((organism) => `la ${organismLabels[organism]}`).join(' et à ');
}

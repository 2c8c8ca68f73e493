import type { TransmittableOrganism } from '@/domain/organism';
import type { OrganismModule } from './organism';
import { sacd } from './sacd';
import { sacem } from './sacem';

/** Every organism that declarations can be transmitted to; a new one does not compile until it is here. */
export const organismModules: { readonly [Organism in TransmittableOrganism]: OrganismModule } = {
  SACEM: sacem,
  SACD: sacd,
};

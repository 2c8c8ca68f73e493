import type { Organism } from '@/domain/organism';
import { astp } from './astp';
import { cnm } from './cnm';
import type { OrganismModule } from './organism';
import { sacd } from './sacd';
import { sacem } from './sacem';
import { sibil } from './sibil';

/** Every organism that declarations are made for; a new one does not compile until it is here. */
export const organismModules: { readonly [Name in Organism]: OrganismModule } = {
  SACEM: sacem,
  SACD: sacd,
  CNM: cnm,
  ASTP: astp,
  SIBIL: sibil,
};

import { Option } from 'commander';
import { AppError } from '@/domain/errors';
import { type Organism, organisms } from '@/domain/organism';

const names = organisms.map((organism) => organism.toLowerCase());

export const organismOption = new Option('--organism <organisme>', 'organisme destinataire')
  .choices(names)
  .makeOptionMandatory();

/** The organism named on the command line, in lower case; `invalid-input` for any other name. */
export function toOrganism(name: string): Organism {
  const organism = organisms.find((known) => known.toLowerCase() === name);
  if (!organism) throw new AppError('invalid-input', `${name} : organisme inconnu`);
  return organism;
}

import type { DeclarationIssue } from '@/domain/declaration/issue';
import type { NeutralDeclaration } from '@/domain/declaration/neutral';
import type { TransmittableOrganism } from '@/domain/organism';
import { checkSacd } from './sacd/check';
import { checkSacem } from './sacem/check';

type Check = (declaration: NeutralDeclaration, now: Date) => readonly DeclarationIssue[];

/** What is missing or wrong for each organism, without anything that renders or sends: light enough for the browser. */
export const checks: { readonly [Organism in TransmittableOrganism]: Check } = {
  SACEM: checkSacem,
  SACD: checkSacd,
};

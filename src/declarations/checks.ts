import type { DeclarationIssue } from '@/domain/declaration/issue';
import type { NeutralDeclaration } from '@/domain/declaration/neutral';
import type { Organism } from '@/domain/organism';
import { checkAstp } from './astp/check';
import { checkCnm } from './cnm/check';
import { checkSacd } from './sacd/check';
import { checkSacem } from './sacem/check';
import { checkSibil } from './sibil/check';

type Check = (declaration: NeutralDeclaration, now: Date) => readonly DeclarationIssue[];

/** What is missing or wrong for each organism, without anything that renders or sends: light enough for the browser. */
export const checks: { readonly [Name in Organism]: Check } = {
  SACEM: checkSacem,
  SACD: checkSacd,
  CNM: checkCnm,
  ASTP: checkAstp,
  SIBIL: checkSibil,
};

import type { DeclarationState } from '@/domain/declaration/status';
import type { Draft } from '@/domain/declaration/draft';
import { type EffectivePerformance, toEffectiveValues } from '@/domain/declaration/effective';
import { isCorrected } from '@/domain/declaration/figures';
import { isDeclared, toNeutralPerformances } from '@/domain/declaration/to-neutral-declaration';
import type { Organism } from '@/domain/organism';

/** A show with all that its exports say, as it is now: cents, basis points, UTC instants. */
export type ExportedShow = {
  readonly draft: Draft;
  /** Where its figures come from, as the structure names it. */
  readonly source: string | null;
  /** In the order of the screens. */
  readonly declarations: readonly ExportedDeclaration[];
};

export type ExportedDeclaration = {
  readonly organism: Organism;
  readonly state: DeclarationState;
  readonly dueAt: Date | null;
  readonly submissions: number;
  /** The latest one, when there is any. */
  readonly last: { readonly createdAt: Date; readonly authorName: string; readonly recipient: string } | null;
};

export type ExportedPerformance = EffectivePerformance & {
  /** False for one that the ticketing no longer knows, and that nobody keeps. */
  readonly isDeclared: boolean;
  readonly isCorrected: boolean;
};

/** Every performance with its effective figures, those that are not declared included, in the order of the draft. */
export function listExportedPerformances({ draft }: Pick<ExportedShow, 'draft'>): readonly ExportedPerformance[] {
  const stored = new Map(draft.performances.map((performance) => [performance.id, performance]));
  const everything = draft.performances.map((performance) => ({ ...performance, gone: false }));
  return toNeutralPerformances({ ...draft, performances: everything }).map((performance) => {
    const known = stored.get(performance.id);
    return {
      ...performance,
      ...toEffectiveValues(draft.series, performance.overrides),
      isDeclared: known !== undefined && isDeclared(known),
      isCorrected: known !== undefined && isCorrected(known.corrected),
    };
  });
}

/** Those that are declared. */
export function listDeclaredPerformances(show: Pick<ExportedShow, 'draft'>): readonly ExportedPerformance[] {
  return listExportedPerformances(show).filter((performance) => performance.isDeclared);
}

import 'server-only';
import { type Draft } from '@/domain/declaration/draft';
import { type DeclarationDifferences, isSameDeclaration, listDifferences } from '@/domain/declaration/differences';
import { type PastSubmission, toReceived } from '@/domain/declaration/received';
import { toNeutralPerformances } from '@/domain/declaration/to-neutral-declaration';
import { type Organism } from '@/domain/organism';
import { toCanonicalJson, toSha256 } from '@/server/submissions/canonical-json';

export type ChangeSinceReceived = {
  readonly differences: DeclarationDifferences;
  /** Names this very difference, so that saying «garder ce qui a été envoyé» of it says nothing of the next one. */
  readonly fingerprint: string;
};

/**
 * What the show would declare today that an organism was not told, or null when it is the same or nothing was received. Who
 * declares is left out: the structure's own numbers change for all its shows at once.
 */
export function compareWithToday(
  organism: Organism,
  past: readonly PastSubmission[],
  draft: Draft,
): ChangeSinceReceived | null {
  const received = toReceived(organism, past);
  if (!received) return null;
  const today = {
    ...received,
    series: { ...received.series, ...draft.series },
    performances: toNeutralPerformances(draft),
  };
  const differences = listDifferences(organism, received, today);
  if (isSameDeclaration(differences)) return null;
  return { differences, fingerprint: toSha256(toCanonicalJson(differences)) };
}

import type { DeclarationIssue } from '@/domain/declaration/issue';
import { describeIssue, fieldLabels } from './declaration-issues';
import { joinWords } from './join-words';

/** What blocks a declaration, in sentences: what is missing in one, then what is wrong, each once. Empty when nothing does. */
export function describeMissingFields(
  organism: DeclarationIssue['organism'],
  missing: readonly Pick<DeclarationIssue, 'field' | 'code'>[],
): readonly string[] {
  const required = missing.filter(({ code }) => code === 'required').map(({ field }) => fieldLabels[field]);
  const wrong = missing.filter(({ code }) => code !== 'required').map((issue) => describeIssue({ ...issue, organism }));
  const sentence = required.length > 0 ? [`Il manque ${joinWords([...new Set(required)])}.`] : [];
  return [...sentence, ...new Set(wrong)];
}

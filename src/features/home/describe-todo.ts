import { isTax } from '@/domain/organism';
import { describeIssue, fieldLabels } from '@/i18n/declaration-issues';
import { joinWords } from '@/i18n/join-words';
import type { TodoItem } from '@/server/series/list-todo.schema';

/** What stands between a declaration and its transmission, in words: what is missing in one sentence, then what is wrong. */
export function describeMissing({ organism, missing }: TodoItem): readonly string[] {
  if (organism === null) return ['Choisissez à quels organismes déclarer ce spectacle.'];
  const required = missing.filter(({ code }) => code === 'required');
  const wrong = missing.filter(({ code }) => code !== 'required');
  const sentences = wrong.map((issue) => describeIssue({ ...issue, organism }));
  if (required.length > 0) {
    sentences.unshift(`Il manque ${joinWords(required.map(({ field }) => fieldLabels[field]))}.`);
  }
  if (sentences.length > 0) return sentences;
  return [`Tout est prêt, il reste à vérifier et à ${isTax(organism) ? 'déclarer' : 'transmettre'}.`];
}

/** What the one button of a line says, and whether it leads to the check before sending. */
export function toNextStep({ organism, state, missing }: TodoItem): {
  readonly text: string;
  readonly isReady: boolean;
} {
  if (organism === null) return { text: 'Choisir les organismes', isReady: false };
  if (state === 'unknown') return { text: 'Vérifier l’envoi', isReady: false };
  if (missing.length > 0) return { text: state === 'refused' ? 'Corriger' : 'Compléter', isReady: false };
  return { text: isTax(organism) ? 'Vérifier et déclarer' : 'Vérifier et transmettre', isReady: true };
}

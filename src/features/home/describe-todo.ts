import { isTax } from '@/domain/organism';
import { describeIssue, fieldLabels } from '@/i18n/declaration-issues';
import { joinWords } from '@/i18n/join-words';
import type { TodoItem } from '@/server/series/list-todo.schema';

/**
 * What stands between a declaration and its transmission, in words: what is missing in one sentence, then what is wrong. Of one
 * that left, what became of it: nothing of it is ready to leave again.
 */
export function describeMissing({ organism, state, missing }: TodoItem): readonly string[] {
  if (organism === null) return ['Choisissez à quels organismes déclarer ce spectacle.'];
  if (state === 'unknown')
    return ['Nous ne savons pas si elle est arrivée\u00a0: rien ne repartira avant votre réponse.'];
  if (state === 'refused') return ['Elle a été refusée\u00a0: lisez pourquoi, puis corrigez-la.'];
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
  if (state === 'refused') return { text: 'Voir le refus', isReady: false };
  if (missing.length > 0) return { text: 'Compléter', isReady: false };
  return { text: isTax(organism) ? 'Vérifier et déclarer' : 'Vérifier et transmettre', isReady: true };
}

/** Place of the page of a show where the first thing missing is typed; which performance lacks it is not known here. */
export function toAnchor({ organism, missing }: TodoItem): string {
  const field = organism === null ? 'series.organisms' : missing[0]?.field;
  if (!field) return '';
  return field.startsWith('performances') ? '#representations' : `#${field}`;
}

/** What left and did not go well is looked at before anything else. */
export function isToReview({ state }: TodoItem): boolean {
  return state === 'refused' || state === 'unknown';
}

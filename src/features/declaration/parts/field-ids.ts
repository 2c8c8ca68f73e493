import type { DeclarationField, DeclarationIssue } from '@/domain/declaration/issue';
import type { FieldPath } from '../store/field-path';

/** DOM id of a field: its path, with the performance's id in it. */
export function toFieldId(field: DeclarationField, performanceId?: string): string {
  return performanceId === undefined ? field : field.replace(/^performances/, `performances.${performanceId}`);
}

/** DOM id of where a value is shown; of a performance's, its line: its input may be in details that are closed. */
export function toPlaceId(path: FieldPath): string {
  const [room, id] = path.split('.');
  return room === 'performances' ? toFieldId('performances.dates', id) : path;
}

/** Heading that follows the messages of the page. */
export const summaryTitleId = 'summary-title';

/** Fields of a performance that are in its details, which open on demand. */
const detailFields = /^performances\.(?:venue|capacity|otherRevenue)/;

/** Where the input of an issue is, and whether the details of its performance must be open to show it. */
export function locateIssue({ field, performanceId }: Pick<DeclarationIssue, 'field' | 'performanceId'>): {
  readonly id: string;
  readonly detailsOf: string | null;
} {
  const inDetails = performanceId !== undefined && detailFields.test(field);
  return { id: toFieldId(field, performanceId), detailsOf: inDetails ? performanceId : null };
}

/** The same inputs, by the id that `toFieldId` gives them. */
const detailIds = /^performances\.([^.]+)\.(?:venue|capacity|otherRevenue)(?:\.|$)/;

/** The input that the hash of an address names, as `locateIssue` says it; null when it names none. */
export function locateHash(hash: string): ReturnType<typeof locateIssue> | null {
  const id = decodeHash(hash);
  return id === '' ? null : { id, detailsOf: detailIds.exec(id)?.[1] ?? null };
}

function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

/** The show's value stands for a performance that has none of its own: fields without a place there lead to the grid. */
const patienceMs = 3_000;

/** Brings the focus to a field, waiting for its part of the page when it is still being opened or brought to life. */
export function focusField(id: string): void {
  const deadline = performance.now() + patienceMs;
  const attempt = () => {
    const element = document.getElementById(id);
    if (!element || element.closest('[inert]')) {
      if (performance.now() < deadline) requestAnimationFrame(attempt);
      return;
    }
    const focusable = element.matches('input,select,button,a,textarea,[tabindex]')
      ? element
      : element.querySelector<HTMLElement>('input:not([disabled]),select:not([disabled]),button:not([disabled])');
    element.scrollIntoView({ block: 'center' });
    focusable?.focus({ preventScroll: true });
  };
  attempt();
}

/** From a button of a cell that goes once pressed to the input it acted on. */
export function focusCellInput(button: HTMLElement): void {
  button.closest('td')?.querySelector('input')?.focus();
}

/** From a button of a list, before its item goes: to the next item left, else to where its answer shows. */
export function focusNextItem(button: HTMLElement, idOfAnswer: string): void {
  const item = button.closest('li');
  const next = item?.nextElementSibling ?? item?.previousElementSibling;
  const target = next?.querySelector('button');
  if (target) target.focus();
  else focusField(idOfAnswer);
}

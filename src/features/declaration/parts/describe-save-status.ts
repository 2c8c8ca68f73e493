import { errorTexts } from '@/i18n/errors';
import { formatTime } from '@/i18n/format';
import type { SaveStatus } from '../store/store-types';
import { isScreenErrorCode } from './is-screen-error-code';

/** Whether what was typed is safe, in words; the device is named only when it really holds the edits. */
export function describeSaveStatus(status: SaveStatus): string {
  if (status.kind === 'saved') return `Enregistré à ${formatTime(new Date(status.at))}`;
  if (status.kind === 'waiting' || status.kind === 'saving') return 'Enregistrement…';
  if (status.kind === 'offline') {
    return status.isKept
      ? 'Non enregistré\u00a0: connexion perdue. Vos modifications sont gardées sur cet appareil et partiront à son retour.'
      : 'Non enregistré\u00a0: connexion perdue. Laissez cette page ouverte\u00a0: cet appareil ne peut pas garder vos modifications, elles partiront au retour de la connexion.';
  }
  const kept = status.isKept
    ? 'Vos modifications sont gardées sur cet appareil.'
    : 'Laissez cette page ouverte\u00a0: cet appareil ne peut pas garder vos modifications.';
  return `Non enregistré\u00a0: ${toSentence(status.code)} ${kept}`;
}

function toSentence(code: string): string {
  const title = isScreenErrorCode(code) ? errorTexts[code].title : errorTexts.internal.title;
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}.`;
}

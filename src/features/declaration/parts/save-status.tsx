'use client';
import { formatTime } from '@/i18n/format';
import { errorTexts } from '@/i18n/errors';
import { useSaveStatus } from '../draft-context';
import { isScreenErrorCode } from './is-screen-error-code';
import type { SaveStatus } from '../store/store-types';
import styles from '../declaration.module.css';

/** Whether what was typed is safe, quietly: read aloud only when nothing else is being said. */
export function SaveStatusLine() {
  const status = useSaveStatus();
  const isTrouble = status.kind === 'offline' || status.kind === 'stopped';
  return (
    <p role="status" className={isTrouble ? `${styles.status} ${styles.trouble}` : styles.status}>
      {describeStatus(status)}
    </p>
  );
}

function describeStatus(status: SaveStatus): string {
  if (status.kind === 'saved') return `Enregistré à ${formatTime(new Date(status.at))}`;
  if (status.kind === 'waiting' || status.kind === 'saving') return 'Enregistrement…';
  if (status.kind === 'offline') {
    return 'Non enregistré\u00a0: connexion perdue. Vos modifications sont gardées sur cet appareil et partiront à son retour.';
  }
  return `Non enregistré\u00a0: ${toSentence(status.code)} Vos modifications sont gardées sur cet appareil.`;
}

function toSentence(code: string): string {
  const title = isScreenErrorCode(code) ? errorTexts[code].title : errorTexts.internal.title;
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}.`;
}

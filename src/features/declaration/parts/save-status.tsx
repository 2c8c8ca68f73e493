'use client';
import { usePathname } from 'next/navigation';
import { toSignIn } from '@/features/routes';
import { wayOutLabels } from '@/i18n/errors';
import { useSaveStatus } from '../draft-context';
import { isSessionOver } from '../store/store-types';
import { describeSaveStatus } from './describe-save-status';
import styles from '../declaration.module.css';

/** Whether what was typed is safe, quietly: read aloud only when nothing else is being said. */
export function SaveStatusLine() {
  const status = useSaveStatus();
  const isTrouble = status.kind === 'offline' || status.kind === 'stopped';
  return (
    <p role="status" className={isTrouble ? `${styles.status} ${styles.trouble}` : styles.status}>
      {describeSaveStatus(status)}
      {isSessionOver(status) && (
        <>
          {' '}
          <SignInLink isKept={status.isKept} />
        </>
      )}
    </p>
  );
}

/** The way back after a session ended: in another window when this page alone holds the edits. */
function SignInLink({ isKept }: { readonly isKept: boolean }) {
  const href = toSignIn(usePathname());
  const label = wayOutLabels['sign-in'];
  if (isKept) return <a href={href}>{label}</a>;
  return (
    <a href={href} target="_blank" rel="noreferrer" title={`${label} - nouvelle fenêtre`}>
      {label}
    </a>
  );
}

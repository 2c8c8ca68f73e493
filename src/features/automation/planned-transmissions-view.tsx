'use client';
import { useRef, useState } from 'react';
import type { TransmittableOrganism } from '@/domain/organism';
import { focusAfter } from '@/components/feedback/focus-after';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { ScreenErrorCode } from '@/i18n/errors';
import { formatDateTime } from '@/i18n/format';
import { organismPhrases } from '@/i18n/organism-phrases';
import type { AutomaticView } from '@/server/automation/automation.schema';

export type PlannedTransmissionsViewProps = {
  readonly organisms: readonly AutomaticView[];
  /** Null when it is stopped, else why it is not. */
  readonly onStop: (organism: TransmittableOrganism) => Promise<ScreenErrorCode | null>;
};

/** What is about to leave by itself: when, and the way to stop it. Nothing when nothing is. */
export function PlannedTransmissionsView({ organisms, onStop }: PlannedTransmissionsViewProps) {
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const [stopped, setStopped] = useState<readonly TransmittableOrganism[]>([]);
  const told = useRef<HTMLParagraphElement>(null);
  const planned = organisms.filter(({ state, isOpen }) => state === 'planned' && isOpen);
  if (planned.length === 0 && stopped.length === 0) return null;
  const stop = async (organism: TransmittableOrganism) => {
    const code = await focusAfter(onStop(organism), () => told.current);
    setFailure(code);
    if (code === null) setStopped([...stopped, organism]);
  };
  return (
    <div className="fr-container fr-mt-3w">
      {planned.map(({ organism, plannedFor, allowed }) => (
        <div key={organism} className="fr-alert fr-alert--info fr-mb-2w">
          <p className="fr-alert__title">
            La déclaration {organismPhrases[organism].to} sera envoyée
            {plannedFor && <> le {formatDateTime(new Date(plannedFor))}</>}
          </p>
          <p>{allowed && `Permis par ${allowed.by}. `}Si ses recettes changent d’ici là, elle ne partira pas.</p>
          <button type="button" className="fr-btn fr-btn--secondary fr-mt-1w" onClick={() => void stop(organism)}>
            Ne pas envoyer
          </button>
        </div>
      ))}
      <p ref={told} tabIndex={-1} role="status" className={stopped.length > 0 ? '' : 'fr-mb-0'}>
        {stopped.map((organism) => `La déclaration ${organismPhrases[organism].to} ne partira pas d’elle-même. `)}
      </p>
      {failure && <LazyErrorMessage code={failure} takesFocus />}
    </div>
  );
}

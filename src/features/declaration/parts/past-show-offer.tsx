'use client';
import { useState } from 'react';
import { type RepeatedAnswers, repeatedAnswerKeys } from '@/domain/declaration/repeated-answers';
import type { SeriesOrganism } from '@/domain/organism';
import { describeAnswers } from '@/i18n/describe-answers';
import type { ScreenErrorCode } from '@/i18n/errors';
import { formatDay } from '@/i18n/format';
import { organismLabels } from '@/i18n/labels';
import type { DeclarationPage } from '@/server/declarations/get-declaration.schema';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { useDraftSession } from '../draft-context';
import type { Edit } from '../store/store-types';
import { focusField } from './field-ids';

export type PastShowOfferProps = {
  readonly past: NonNullable<DeclarationPage['suggestions']['past']>;
  readonly onChoose: (organisms: readonly SeriesOrganism[]) => Promise<ScreenErrorCode | null>;
};

/** The answers of an earlier season, offered in one gesture while nothing is answered; undone as any other change. */
export function PastShowOffer({ past, onChoose }: PastShowOfferProps) {
  const { store, organisms, announce } = useDraftSession();
  const [isClosed, setClosed] = useState(false);
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  if (failure) return <LazyErrorMessage code={failure} takesFocus />;
  if (isClosed) return null;
  const wanted = organisms.length === 0 ? past.organisms : [];
  const take = async () => {
    store.editAll(listEdits(store.getDraft().series, past.answers));
    store.closeEdit();
    announce('Les réponses de la saison passée sont reprises.');
    focusField('series.genre');
    setClosed(true);
    if (wanted.length > 0) setFailure(await onChoose(wanted));
  };
  const decline = () => {
    focusField('series.organisms');
    setClosed(true);
  };
  return (
    <section className="fr-alert fr-alert--info fr-mb-3w" aria-labelledby="past-show">
      <h2 id="past-show" className="fr-alert__title">
        Vous avez déjà répondu pour ce spectacle
      </h2>
      <p>
        {past.endAt && `Sa dernière représentation était le ${formatDay(new Date(past.endAt))}. `}
        {[
          ...describeAnswers(past.answers).map(({ label, value }) => `${label}\u00a0: ${value}`),
          ...(wanted.length > 0
            ? [`Organismes\u00a0: ${wanted.map((organism) => organismLabels[organism]).join(', ')}`]
            : []),
        ].join('. ')}
        .
      </p>
      <div className="app-actions fr-mt-2w">
        <button type="button" className="fr-btn fr-btn--sm" onClick={() => void take()}>
          Reprendre ces réponses
        </button>
        <button type="button" className="fr-btn fr-btn--sm fr-btn--secondary" onClick={decline}>
          Non merci
        </button>
      </div>
    </section>
  );
}

/** What somebody answered meanwhile stays. */
function listEdits(present: RepeatedAnswers, past: RepeatedAnswers): readonly Edit[] {
  return repeatedAnswerKeys.flatMap((key): Edit[] => {
    const isEmpty = present[key] === (key === 'audience' ? 'ALL' : null);
    return isEmpty && past[key] !== null ? [{ path: `series.${key}`, value: past[key] }] : [];
  });
}

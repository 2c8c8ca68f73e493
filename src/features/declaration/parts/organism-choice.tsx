'use client';
import { useState } from 'react';
import { type SeriesOrganism, seriesOrganisms } from '@/domain/organism';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { useIsAlive } from '@/components/forms/use-is-alive';
import type { ScreenErrorCode } from '@/i18n/errors';
import { declarationStateLabels, organismLabels, organismPurposes } from '@/i18n/labels';
import type { DeclarationView } from '@/server/declarations/get-declaration.schema';
import { useDraftSession } from '../draft-context';

export type OrganismChoiceProps = {
  readonly declarations: readonly DeclarationView[];
  /** Saves the whole set wanted. Null when it went well. */
  readonly onChoose: (organisms: readonly SeriesOrganism[]) => Promise<ScreenErrorCode | null>;
};

/** To whom the show is declared, with what each is for; changeable until it is sent. */
export function OrganismChoice({ declarations, onChoose }: OrganismChoiceProps) {
  const { organisms, announce } = useDraftSession();
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const [wanted, setWanted] = useState<readonly SeriesOrganism[] | null>(null);
  const isAlive = useIsAlive();
  const shown = wanted ?? organisms;
  const toggle = async (organism: SeriesOrganism) => {
    const next = seriesOrganisms.filter((known) => shown.includes(known) !== (known === organism));
    setWanted(next);
    setFailure(null);
    const code = await onChoose(next);
    setFailure(code);
    setWanted(null);
    if (!code)
      announce(`Organismes enregistrés\u00a0: ${next.map((known) => organismLabels[known]).join(', ') || 'aucun'}.`);
  };
  return (
    <fieldset className="fr-fieldset" id="series.organisms" aria-labelledby="series.organisms-legend" tabIndex={-1}>
      <legend className="fr-fieldset__legend fr-text--regular" id="series.organisms-legend">
        À qui déclarez-vous ce spectacle&nbsp;?
        <span className="fr-hint-text">
          La SACEM et la SACD ensemble si le spectacle a un texte protégé et de la musique protégée. Le CNM ou l’ASTP,
          jamais les deux&nbsp;: une représentation ne doit qu’une seule taxe.
        </span>
      </legend>
      {seriesOrganisms.map((organism) => {
        const declaration = declarations.find((known) => known.organism === organism);
        const isSent = declaration !== undefined && declaration.state !== 'draft';
        return (
          <div className="fr-fieldset__element" key={organism}>
            <div className="fr-checkbox-group">
              <input
                type="checkbox"
                id={`organism-${organism}`}
                checked={shown.includes(organism)}
                disabled={isSent || wanted !== null || !isAlive}
                onChange={() => void toggle(organism)}
              />
              <label className="fr-label" htmlFor={`organism-${organism}`}>
                {organismLabels[organism]}
                <span className="fr-hint-text">
                  {organismPurposes[organism]}
                  {isSent && `. ${declarationStateLabels[declaration.state]}\u00a0: ce choix ne change plus.`}
                </span>
              </label>
            </div>
          </div>
        );
      })}
      {failure && (
        <div className="fr-fieldset__element">
          <LazyErrorMessage code={failure} />
        </div>
      )}
    </fieldset>
  );
}

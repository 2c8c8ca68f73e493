'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { isSeriesOrganism, isTax, type Organism, type SeriesOrganism, seriesOrganisms } from '@/domain/organism';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { useIsAlive } from '@/components/forms/use-is-alive';
import type { ScreenErrorCode } from '@/i18n/errors';
import { declarationStateLabels, organismLabels, organismPurposes } from '@/i18n/labels';
import type { DeclarationView } from '@/server/declarations/get-declaration.schema';
import { useDraftSession, useField } from '../draft-context';

const OrganismGuide = dynamic(() => import('./organism-guide').then((module) => module.OrganismGuide), {
  loading: () => <p role="status">Ouverture…</p>,
});

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
  const isSaving = wanted !== null;
  const toggle = async (organism: SeriesOrganism) => {
    if (isSaving) return;
    const next = toggled(shown, organism);
    setWanted(next);
    setFailure(null);
    const code = await onChoose(next);
    setFailure(code);
    setWanted(null);
    if (!code)
      announce(`Organismes enregistrés\u00a0: ${next.map((known) => organismLabels[known]).join(', ') || 'aucun'}.`);
  };
  return (
    <>
      <fieldset className="fr-fieldset" id="series.organisms" aria-labelledby="series.organisms-legend" tabIndex={-1}>
        <legend className="fr-fieldset__legend fr-text--regular" id="series.organisms-legend">
          À qui déclarez-vous ce spectacle&nbsp;?
          <span className="fr-hint-text">
            La SACEM et la SACD ensemble si le spectacle a de la musique et un texte protégés. Le CNM ou l’ASTP, jamais
            les deux&nbsp;: une représentation ne doit qu’une taxe.
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
                  disabled={isSent || !isAlive}
                  // Not `disabled`: the box just ticked would lose the focus.
                  aria-disabled={isSaving || undefined}
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
      <GuideDisclosure
        chosen={shown}
        isBusy={isSaving || !isAlive}
        onAdd={(organism) => {
          if (isSeriesOrganism(organism) && !shown.includes(organism)) void toggle(organism);
        }}
      />
    </>
  );
}

/** One more or one less; of the two taxes, the last one chosen takes the place of the other. */
function toggled(chosen: readonly SeriesOrganism[], organism: SeriesOrganism): readonly SeriesOrganism[] {
  if (chosen.includes(organism)) return chosen.filter((known) => known !== organism);
  return seriesOrganisms.filter(
    (known) => known === organism || (chosen.includes(known) && !(isTax(known) && isTax(organism))),
  );
}

type GuideDisclosureProps = {
  readonly chosen: readonly Organism[];
  readonly isBusy: boolean;
  readonly onAdd: (organism: Organism) => void;
};

/** Help in choosing, opened on demand: most people know. */
function GuideDisclosure({ chosen, isBusy, onAdd }: GuideDisclosureProps) {
  const { store, locked } = useDraftSession();
  const [isOpen, setOpen] = useState(false);
  const { value: genre } = useField('series.genre');
  // Nothing on this page changes it: no reading at each key stroke.
  const hasLicence = store.getDraft().organization.licenceNumbers.length > 0;
  if (locked) return null;
  return (
    <div>
      <button
        type="button"
        className="fr-btn fr-btn--tertiary fr-btn--sm fr-mb-2w"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Fermer l’aide au choix' : 'M’aider à choisir'}
      </button>
      {isOpen && (
        <OrganismGuide
          genre={genre}
          hasLicence={hasLicence}
          chosen={chosen}
          choosable={isBusy ? [] : seriesOrganisms}
          onAdd={onAdd}
        />
      )}
    </div>
  );
}

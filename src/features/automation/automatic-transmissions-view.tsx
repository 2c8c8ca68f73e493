'use client';
import { type FormEvent, useRef, useState } from 'react';
import type { TransmittableOrganism } from '@/domain/organism';
import { focusAfter } from '@/components/feedback/focus-after';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { ScreenErrorCode } from '@/i18n/errors';
import { formatDateTime } from '@/i18n/format';
import { organismLabels } from '@/i18n/labels';
import { organismPhrases } from '@/i18n/organism-phrases';
import type { AutomaticView } from '@/server/automation/automation.schema';

export type AutomaticTransmissionsViewProps = {
  readonly organisms: readonly AutomaticView[];
  /** Null when it is done, else why it is not. */
  readonly onAllow: (organism: TransmittableOrganism) => Promise<ScreenErrorCode | null>;
  readonly onStop: (organism: TransmittableOrganism) => Promise<ScreenErrorCode | null>;
};

/** «Envoi automatique» of a show, organism by organism; nothing when there is nothing to decide nor to tell. */
export function AutomaticTransmissionsView({ organisms, onAllow, onStop }: AutomaticTransmissionsViewProps) {
  const shown = organisms.filter(({ isOpen, state }) => isOpen || state === 'sent');
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="automatic-title" className="fr-container fr-my-6w">
      <h2 id="automatic-title" className="fr-h4">
        Envoi automatique
      </h2>
      <p>
        Si vous le permettez, une déclaration part d’elle-même deux jours avant son échéance, une fois le spectacle
        terminé, ses recettes stables et rien ne manquant. Un courriel vous l’annonce la veille, avec de quoi l’arrêter.
      </p>
      {shown.map((one) => (
        <Organism key={one.organism} one={one} onAllow={onAllow} onStop={onStop} />
      ))}
    </section>
  );
}

type OrganismProps = Pick<AutomaticTransmissionsViewProps, 'onAllow' | 'onStop'> & { readonly one: AutomaticView };

function Organism({ one, onAllow, onStop }: OrganismProps) {
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const { organism, state, isOpen } = one;
  const run = async (work: (organism: TransmittableOrganism) => Promise<ScreenErrorCode | null>) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(await focusAfter(work(organism), () => title.current));
    setBusy(false);
  };
  const isOn = state === 'allowed' || state === 'planned';
  return (
    <div className="fr-mb-4w">
      <h3 ref={title} tabIndex={-1} className="fr-h6 fr-mb-1w">
        {organismLabels[organism]}
      </h3>
      <p role="status">{describe(one)}</p>
      {isOn && (
        <button
          type="button"
          className="fr-btn fr-btn--secondary"
          aria-disabled={isBusy}
          onClick={() => void run(onStop)}
        >
          {state === 'planned' ? 'Ne pas envoyer' : `Arrêter l’envoi automatique ${organismPhrases[organism].to}`}
        </button>
      )}
      {!isOn && isOpen && <AllowForm organism={organism} isBusy={isBusy} onAllow={() => void run(onAllow)} />}
      {failure && <LazyErrorMessage code={failure} takesFocus />}
    </div>
  );
}

/** Opened on purpose: whoever only comes to transmit does not tick it by mistake. */
function AllowForm({
  organism,
  isBusy,
  onAllow,
}: {
  readonly organism: TransmittableOrganism;
  readonly isBusy: boolean;
  readonly onAllow: () => void;
}) {
  const [isUnticked, setUnticked] = useState(false);
  const checkbox = useRef<HTMLInputElement>(null);
  const id = `automatic-${organism}`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (checkbox.current?.checked) return onAllow();
    setUnticked(true);
    checkbox.current?.focus();
  };
  return (
    <details>
      <summary>Permettre l’envoi automatique {organismPhrases[organism].to}</summary>
      <form
        className="fr-mt-2w"
        onSubmit={submit}
        noValidate
        aria-label={`Envoi automatique ${organismPhrases[organism].to}`}
      >
        <div className={`fr-checkbox-group ${isUnticked ? 'fr-checkbox-group--error' : ''}`}>
          <input
            ref={checkbox}
            type="checkbox"
            id={id}
            aria-invalid={isUnticked}
            aria-describedby={`${id}-message`}
            onChange={(event) => event.target.checked && setUnticked(false)}
          />
          <label className="fr-label" htmlFor={id}>
            J’autorise l’envoi de cette déclaration en mon nom, et je certifie que ses informations seront exactes et
            complètes quand elle partira.
          </label>
          <div id={`${id}-message`} role="status">
            {isUnticked && <p className="fr-error-text">Cochez cette case pour permettre l’envoi.</p>}
          </div>
        </div>
        <button type="submit" className="fr-btn fr-btn--secondary fr-mt-2w" aria-disabled={isBusy}>
          Permettre l’envoi automatique
        </button>
      </form>
    </details>
  );
}

const stopReasons: Readonly<Record<NonNullable<AutomaticView['stopped']>['reason'], string>> = {
  person: '',
  figures: 'ses recettes ont changé après l’annonce',
  incomplete: 'il manquait quelque chose',
  warnings: 'un point inhabituel demandait votre regard',
  state: 'elle avait été transmise autrement',
  deadline: 'elle n’a pas pu être annoncée à temps',
  rights: 'la personne qui l’avait permis a quitté la structure',
};

function describe({ state, allowed, plannedFor, stopped }: AutomaticView): string {
  const permission = allowed ? `Permis par ${allowed.by}, le ${formatDateTime(new Date(allowed.at))}.` : '';
  if (state === 'off') return 'Désactivé.';
  if (state === 'allowed') return permission;
  const planned = plannedFor ? formatDateTime(new Date(plannedFor)) : '';
  if (state === 'planned') return `Sera envoyée le ${planned}. ${permission}`;
  if (state === 'sent') return `Envoyée d’elle-même le ${planned}. ${permission}`;
  const at = stopped ? formatDateTime(new Date(stopped.at)) : '';
  if (stopped?.by) return `Arrêté par ${stopped.by}, le ${at}.`;
  return `Arrêté le ${at}\u00a0: ${stopped ? stopReasons[stopped.reason] : ''}. Rien n’a été envoyé.`;
}

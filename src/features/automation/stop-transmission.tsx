import type { Organism } from '@/domain/organism';
import { routes } from '@/features/routes';
import { formatDateTime } from '@/i18n/format';
import { organismPhrases } from '@/i18n/organism-phrases';

export type StopTransmissionProps = {
  /** Null for a link that opens nothing (any more). */
  readonly transmission: {
    readonly state: 'planned' | 'stopped' | 'sent';
    readonly organism: Organism;
    readonly seriesName: string;
    readonly plannedFor: Date | null;
    readonly action: string;
  } | null;
};

/** The page of the link of an announcement: nothing stops before the button. Works without a script and without signing in. */
export function StopTransmission({ transmission }: StopTransmissionProps) {
  return (
    <div className="fr-container fr-my-6w">
      <h1>Envoi automatique</h1>
      {transmission ? (
        <Transmission {...transmission} />
      ) : (
        <p>Ce lien n’ouvre plus rien. Copiez-le en entier depuis le courriel, ou ouvrez le spectacle.</p>
      )}
      <p className="fr-mt-4w">
        <a className="fr-link" href={routes.dashboard}>
          Ouvrir mes déclarations
        </a>
      </p>
    </div>
  );
}

function Transmission({
  state,
  organism,
  seriesName,
  plannedFor,
  action,
}: NonNullable<StopTransmissionProps['transmission']>) {
  const { to } = organismPhrases[organism];
  const name = <strong className="app-break">{seriesName}</strong>;
  if (state === 'sent') {
    return (
      <p role="status">
        La déclaration de {name} est déjà partie {to}&nbsp;: elle ne peut plus être arrêtée ici.
      </p>
    );
  }
  if (state === 'stopped') {
    return (
      <p role="status">
        La déclaration de {name} ne partira pas d’elle-même {to}. Pensez à la transmettre avant son échéance.
      </p>
    );
  }
  return (
    <form method="post" action={action}>
      <p>
        La déclaration de {name} sera envoyée {to}
        {plannedFor && <> le {formatDateTime(plannedFor)}</>}.
      </p>
      <p>Si vous l’arrêtez, elle restera prête, et vous la transmettrez vous-même.</p>
      <button type="submit" className="fr-btn">
        Ne pas envoyer
      </button>
    </form>
  );
}

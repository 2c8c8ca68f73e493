'use client';
import { useEffect, useRef, useState } from 'react';
import { contactEmail } from '@/components/layout/service';
import { PageLink } from '@/components/navigation/page-link';
import { connectableSystems, descriptors, type ConnectableSystem } from '@/connectors/descriptors';
import type { TicketingSystem } from '@/domain/ticketing/model';
import { routes } from '@/features/routes';
import type { ScreenError } from '@/features/screen-error';
import { ticketingSystemLabels } from '@/i18n/ticketing-systems';
import { CredentialsForm, type Keys } from './credentials-form';

export type NewConnectionViewProps = {
  readonly error: ScreenError | null;
  readonly isPending: boolean;
  readonly onConnect: (system: ConnectableSystem, keys: Keys) => void;
  readonly connectionsHref: string;
  readonly todoHref: string;
  readonly newShowHref: string;
  readonly newImportHref: string;
};

type Choice = TicketingSystem | 'other' | 'none';

/** «Quelle est votre billetterie ?»: what can be connected today, what cannot yet, said plainly. */
export function NewConnectionView(props: NewConnectionViewProps) {
  const { error, isPending, onConnect, connectionsHref, todoHref } = props;
  const [choice, setChoice] = useState<Choice | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (choice) title.current?.focus();
  }, [choice]);
  const connectable = connectableSystems.find((system) => system === choice);

  return (
    <div className="fr-container fr-my-5w">
      <h1>Quelle est votre billetterie&nbsp;?</h1>
      <p className="fr-text--lead">
        Nous y lirons vos spectacles, vos représentations et vos recettes. Nous n’y écrivons rien.
      </p>
      <ul className="fr-raw-list app-tiles">
        {choices.map(({ value, label, hint }) => (
          <li key={value}>
            <button type="button" className="app-tile" aria-pressed={choice === value} onClick={() => setChoice(value)}>
              <span className="app-tile__title">{label}</span>
              <span className="app-tile__hint">{hint}</span>
            </button>
          </li>
        ))}
      </ul>
      {choice && (
        <section aria-labelledby="suite" className="fr-mt-5w">
          <h2 id="suite" ref={title} tabIndex={-1} className="fr-h3">
            {connectable ? `Connecter ${ticketingSystemLabels[connectable]}` : toTitle(choice)}
          </h2>
          {connectable ? (
            <CredentialsForm
              key={connectable}
              descriptor={descriptors[connectable]}
              submitText="Vérifier et connecter"
              error={error}
              isPending={isPending}
              onSubmit={(keys) => onConnect(connectable, keys)}
              connectionsHref={connectionsHref}
            />
          ) : choice === 'none' ? (
            <ByHand newShowHref={props.newShowHref} />
          ) : choice === 'other' ? (
            <ByFile newImportHref={props.newImportHref} />
          ) : (
            <NotYet choice={choice} />
          )}
        </section>
      )}
      <p className="fr-mt-5w">
        <PageLink className="fr-link" href={todoHref}>
          Continuer sans billetterie
        </PageLink>
      </p>
    </div>
  );
}

const byDomain = 'Par votre nom de domaine et une clé';
const choices: readonly { readonly value: Choice; readonly label: string; readonly hint: string }[] = [
  { value: 'billetweb', label: ticketingSystemLabels.billetweb, hint: 'Par une clé, en deux minutes' },
  { value: 'helloasso', label: ticketingSystemLabels.helloasso, hint: 'Par une clé, en deux minutes' },
  { value: 'mapado', label: ticketingSystemLabels.mapado, hint: 'Par un jeton d’accès, en deux minutes' },
  { value: 'shotgun', label: ticketingSystemLabels.shotgun, hint: 'Par une clé, en deux minutes' },
  { value: 'soticket', label: ticketingSystemLabels.soticket, hint: byDomain },
  { value: 'supersoniks', label: ticketingSystemLabels.supersoniks, hint: byDomain },
  { value: 'other', label: 'Une autre', hint: 'Par un fichier exporté' },
  { value: 'none', label: 'Aucune', hint: 'Saisie à la main' },
];

function toTitle(choice: Choice): string {
  if (choice === 'other') return 'Une autre billetterie';
  if (choice === 'none') return 'Sans billetterie';
  return ticketingSystemLabels[choice];
}

function ByFile({ newImportHref }: { readonly newImportHref: string }) {
  return (
    <div className="app-narrow">
      <p>
        Exportez les ventes depuis votre billetterie, en CSV ou en XLSX, et donnez-nous le fichier&nbsp;: les colonnes
        sont reconnues seules, et vous voyez ce qui a été lu avant de l’enregistrer.
      </p>
      <PageLink className="fr-btn" href={newImportHref}>
        Importer un fichier
      </PageLink>
      <p className="fr-mt-3w">
        Votre billetterie peut aussi nous envoyer vos ventes d’elle-même&nbsp;: donnez à son éditeur{' '}
        <a href={routes.pushApi}>la page qui explique comment</a>.
      </p>
    </div>
  );
}

function ByHand({ newShowHref }: { readonly newShowHref: string }) {
  return (
    <div className="app-narrow">
      <p>
        Donnez le nom d’un spectacle et ses dates&nbsp;: plusieurs à la fois si elles se répètent. Vous saisirez les
        recettes de chacune quand vous les connaîtrez.
      </p>
      <PageLink className="fr-btn" href={newShowHref}>
        Ajouter un spectacle
      </PageLink>
    </div>
  );
}

/** No promise of a date: what is missing, and whom to tell. */
function NotYet({ choice }: { readonly choice: TicketingSystem }) {
  return (
    <div className="app-narrow">
      <p>{toExplanation(choice)}</p>
      <p>
        D’ici là, vos déclarations se font comme d’habitude, auprès de chaque organisme.{' '}
        <a href={`mailto:${contactEmail}?subject=${encodeURIComponent(`Billetterie\u00a0: ${toTitle(choice)}`)}`}>
          Dites-nous que vous l’attendez
        </a>
        &nbsp;: nous vous écrirons quand ce sera prêt.
      </p>
    </div>
  );
}

function toExplanation(choice: TicketingSystem): string {
  return `La connexion à ${ticketingSystemLabels[choice]} est en préparation. Elle n’est pas encore ouverte.`;
}

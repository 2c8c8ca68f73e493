import type { ReactNode } from 'react';
import { Prose } from '@/components/layout/prose';
import { arithmeticDoubtSentences, arithmeticFaultSentences } from '@/i18n/push-issues';
import { pushProblemTexts } from '@/i18n/push-problems';
import { exampleShow, exampleShowId } from './example-show';
import styles from './push-api.module.css';

export type PushApiHelpProps = {
  /** Where the API is, without a final slash. */
  readonly baseUrl: string;
  readonly operations: readonly {
    readonly method: string;
    readonly path: string;
    readonly summary: string;
    readonly description: string;
    readonly scope: string | null;
  }[];
  readonly limits: {
    readonly requestsPerMinute: number;
    readonly showsPerRequest: number;
    readonly performancesPerShow: number;
    readonly idempotencyHours: number;
  };
  readonly tryOut: ReactNode;
};

/** What a ticketing editor needs to send figures: the way, the rules of figures in words, the errors, a try. */
export function PushApiHelp({ baseUrl, operations, limits, tryOut }: PushApiHelpProps) {
  return (
    <Prose title="Envoyer vos chiffres par l’API">
      <p className="fr-text--lead">
        Vous éditez une billetterie&nbsp;? Envoyez les spectacles, les représentations et leurs recettes de vos clients
        dans Assistant déclaration&nbsp;: leurs déclarations seront remplies d’avance.
      </p>
      <p>
        Le contrat complet est dans le{' '}
        <a href="/api/v1/openapi.json">
          document OpenAPI 3.1 <span className="fr-sr-only">(JSON)</span>
        </a>
        .
      </p>

      <h2>Commencer</h2>
      <ol>
        <li>
          Votre client ouvre «&nbsp;Billetteries&nbsp;», puis «&nbsp;Clés d’accès&nbsp;», et crée une clé à votre nom.
        </li>
        <li>Il vous la donne par un moyen sûr. Elle n’est affichée qu’une fois.</li>
        <li>Essayez-la&nbsp;: la réponse nomme la structure qu’elle ouvre.</li>
      </ol>
      <Code>{`curl ${baseUrl}/status \\\n  -H "Authorization: Bearer $CLE"`}</Code>
      <p>
        La clé s’envoie dans l’en-tête <code>Authorization</code>, depuis vos serveurs, jamais depuis une page. Quand
        votre client la remplace, vos spectacles restent les mêmes.
      </p>

      <h2>Envoyer un spectacle</h2>
      <p>
        Un envoi contient le spectacle entier&nbsp;: toutes ses représentations, avec leurs totaux à cet instant, jamais
        une différence. Envoyez-le de nouveau à chaque changement&nbsp;; à l’identique, rien ne change.
      </p>
      <Code>
        {`curl -X PUT ${baseUrl}/shows/${exampleShowId} \\
  -H "Authorization: Bearer $CLE" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: $(uuidgen)" \\
  -d '${JSON.stringify(exampleShow, null, 2)}'`}
      </Code>
      <p>
        La réponse dit ce qui s’est passé (<code>created</code>, <code>updated</code>, <code>unchanged</code>), montre
        le spectacle tel que nous le tenons et, dans <code>warnings</code>, ce que vous devriez vérifier. Une
        représentation absente de l’envoi est marquée disparue, jamais effacée.
      </p>

      <h2>Les règles des chiffres</h2>
      <ul>
        <li>
          Les montants sont des entiers, en centimes d’euro (1&nbsp;800,00&nbsp;€ = <code>180000</code>), les taux des
          entiers en points de base (5,5&nbsp;% = <code>550</code>). Pas de texte, pas de virgule.
        </li>
        <li>
          Comptez les billets vendus et encore valables&nbsp;: ni remboursés, ni annulés, ni simples réservations.
        </li>
        <li>
          Un billet payé 0&nbsp;€ est gratuit, quel que soit le nom de son tarif. Au-dessus de 0&nbsp;€, il est payant.
        </li>
        <li>
          Les recettes sont ce que les billets ont rapporté à l’organisateur, taxes comprises. Vos frais de service, les
          dons et la boutique n’en font pas partie.
        </li>
        <li>
          Le HT s’arrondit une fois par représentation, au centime le plus proche&nbsp;: additionnez par taux, divisez,
          additionnez, puis arrondissez.
        </li>
        <li>
          <code>taxRateBp</code> est le taux commun des billets payants. Avec plusieurs taux, envoyez <code>null</code>.
        </li>
        <li>
          Les dates portent leur décalage (<code>2026-06-26T20:30:00+02:00</code>) ou sont en UTC (
          <code>2026-06-26T18:30:00Z</code>).
        </li>
        <li>Vos identifiants ne changent jamais&nbsp;: c’est par eux que nous reconnaissons un spectacle.</li>
      </ul>
      <h3>Ce qui est refusé</h3>
      <Definitions entries={Object.entries(arithmeticFaultSentences).map(([code, { detail }]) => [code, detail])} />
      <h3>Ce qui est gardé, avec un avertissement</h3>
      <Definitions entries={Object.entries(arithmeticDoubtSentences).map(([code, { detail }]) => [code, detail])} />

      <h2>Les opérations</h2>
      <p>
        Les adresses commencent par <code>{baseUrl}</code>.
      </p>
      <dl className={styles.list}>
        {operations.map(({ method, path, summary, description, scope }) => (
          <div key={`${method} ${path}`}>
            <dt>
              <code>
                {method} {path}
              </code>
            </dt>
            <dd>
              {summary.endsWith('?') ? summary : `${summary}.`} {description}{' '}
              {scope && `Droit nécessaire\u00a0: ${scope}.`}
            </dd>
          </div>
        ))}
      </dl>

      <h2>Répéter sans risque</h2>
      <p>
        Sans réponse, renvoyez la même requête. Avec l’en-tête <code>Idempotency-Key</code> (une valeur nouvelle par
        requête, un UUID par exemple), elle reçoit la même réponse pendant {limits.idempotencyHours}&nbsp;heures sans
        être faite deux fois.
      </p>

      <h2>Les limites</h2>
      <ul>
        <li>
          {limits.requestsPerMinute} requêtes par minute et par clé&nbsp;; au-delà, attendez ce que dit{' '}
          <code>Retry-After</code>.
        </li>
        <li>
          {limits.showsPerRequest} spectacles par requête, {limits.performancesPerShow} représentations par spectacle,
          deux mégaoctets.
        </li>
      </ul>

      <h2>Les erreurs</h2>
      <p>
        Chaque refus est un document <code>application/problem+json</code> (RFC&nbsp;9457), en français et en anglais (
        <code>titleEn</code>, <code>detailEn</code>). Quand des valeurs sont en cause, <code>errors</code> les désigne
        une par une.
      </p>
      <dl className={styles.list}>
        {Object.entries(pushProblemTexts).map(([code, { status, title, advice }]) => (
          <div key={code} id={code}>
            <dt>
              {status} <code>{code}</code>
            </dt>
            <dd>
              {title}. {advice}
            </dd>
          </div>
        ))}
      </dl>

      {tryOut}
    </Prose>
  );
}

function Definitions({ entries }: { readonly entries: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles.list}>
      {entries.map(([code, sentence]) => (
        <div key={code}>
          <dt>
            <code>{code}</code>
          </dt>
          <dd>{sentence}</dd>
        </div>
      ))}
    </dl>
  );
}

function Code({ children }: { readonly children: string }) {
  return (
    <pre className={styles.code}>
      <code>{children}</code>
    </pre>
  );
}

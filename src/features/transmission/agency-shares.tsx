import { formatCounted, formatDateTime } from '@/i18n/format';
import type { OrganismReview } from '@/server/declarations/review-declaration.schema';
import styles from './transmission.module.css';

type Shares = OrganismReview['shares'];

/** A tour: each agency with its address, its performances and the very document that it will receive. */
export function AgencyShares({ shares }: { readonly shares: Shares }) {
  return (
    <>
      <p>
        Ce spectacle se joue dans le ressort de {shares.length}&nbsp;délégations&nbsp;: chacune reçoit un état de ses
        représentations. Les dépenses, qui sont celles du spectacle entier, figurent sur chaque état.
      </p>
      {shares.map((share) => (
        <AgencyShare key={share.recipient.address} share={share} />
      ))}
    </>
  );
}

function AgencyShare({ share }: { readonly share: Shares[number] }) {
  const { recipient, performances, isDelivered, documentHref } = share;
  const name = recipient.label;
  return (
    <article className={styles.share}>
      <h3 className="fr-h6 fr-mb-1v">{name}</h3>
      <p className={`fr-mb-1w ${styles.address}`}>{recipient.address}</p>
      {isDelivered && (
        <p>
          <strong>Elle a déjà reçu cet état&nbsp;: rien ne lui sera renvoyé.</strong>
        </p>
      )}
      <details open={performances.length <= 5}>
        <summary>{formatCounted(performances.length, 'représentation')}</summary>
        <ul>
          {performances.map(({ id, startAt, place }) => (
            <li key={id}>
              {formatDateTime(new Date(startAt))}
              {place && `, ${place}`}
            </li>
          ))}
        </ul>
      </details>
      {documentHref !== null && (
        <figure className={styles.document}>
          <figcaption>
            L’état tel qu’il partira.{' '}
            <a
              className="fr-link"
              href={documentHref}
              target="_blank"
              rel="noopener"
              title={`Ouvrir le PDF pour ${name}, nouvelle fenêtre`}
            >
              Ouvrir le PDF
            </a>
          </figcaption>
          <iframe src={documentHref} title={`État destiné à ${name}, document PDF`} loading="lazy" />
        </figure>
      )}
    </article>
  );
}

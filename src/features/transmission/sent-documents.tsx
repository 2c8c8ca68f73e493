import { documentTypeLabels } from '@/i18n/labels';
import { formatCounted } from '@/i18n/format';
import { formatSize } from '@/i18n/format-size';
import type { OrganismReview } from '@/server/declarations/review-declaration.schema';
import styles from './transmission.module.css';

export type SentDocumentsProps = {
  readonly documents: NonNullable<OrganismReview['documents']>;
  /** A tour: all of them go to each agency that is written to. */
  readonly isToEachAgency: boolean;
};

/** The documents of the show that this organism will receive by mail. */
export function SentDocuments({ documents: { recipient, mails, files }, isToEachAgency }: SentDocumentsProps) {
  const means = mails > 1 ? `${mails}\u00a0courriels` : 'courriel';
  return (
    <>
      <p className="fr-mb-1v">
        <strong>{formatCounted(files.length, 'document joint', 'documents joints')}&nbsp;:</strong>{' '}
        {isToEachAgency && `par ${means} à chacune de ces délégations.`}
        {recipient && (
          <>
            par {means} à {recipient.label}, <span className={styles.address}>{recipient.address}</span>
          </>
        )}
        {!isToEachAgency && !recipient && 'aucune délégation trouvée pour les recevoir.'}
      </p>
      <ul>
        {files.map(({ type, name, size }, index) => (
          <li key={index}>
            {name} ({documentTypeLabels[type]}, {formatSize(size)})
          </li>
        ))}
      </ul>
    </>
  );
}

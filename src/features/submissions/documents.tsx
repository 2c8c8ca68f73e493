import type { SubmissionView } from '@/server/submissions/get-submission.schema';
import { formatSize } from '@/i18n/format-size';
import styles from './submissions.module.css';

/** The documents as they left, with the fingerprint that proves it. */
export function Documents({ submission: { documents, payloadSha256 } }: { readonly submission: SubmissionView }) {
  return (
    <section aria-labelledby="documents-title">
      <h2 id="documents-title" className="fr-h4">
        Documents
      </h2>
      {documents.length === 0 ? (
        <p>Aucun document n’est encore prêt.</p>
      ) : (
        <ul className={styles.documents}>
          {documents.map(({ id, href, filename, contentType, sizeBytes, sha256 }) => (
            <li key={id}>
              <a className="fr-link fr-icon-download-line fr-link--icon-left" href={href} download={filename}>
                {filename}
              </a>
              <p className={styles.stepDetail}>
                {describeType(filename, contentType)}, {formatSize(sizeBytes)}
              </p>
              <Fingerprint value={sha256} />
            </li>
          ))}
        </ul>
      )}
      <details className={styles.fingerprints}>
        <summary>À quoi servent les empreintes&nbsp;?</summary>
        <p>
          Une empreinte SHA-256 est propre à un document&nbsp;: si un seul caractère change, elle change. Elle permet de
          prouver, même dans plusieurs années, que le document que vous gardez est celui qui est parti.
        </p>
        <p>Empreinte des chiffres déclarés&nbsp;:</p>
        <Fingerprint value={payloadSha256} />
      </details>
    </section>
  );
}

function describeType(filename: string, contentType: string): string {
  if (contentType === 'application/pdf') return 'PDF';
  if (contentType === 'application/xml') return 'XML';
  if (contentType.startsWith('text/plain')) return 'Texte';
  return filename.slice(filename.lastIndexOf('.') + 1).toUpperCase();
}

function Fingerprint({ value }: { readonly value: string }) {
  return (
    <p className={styles.fingerprint}>
      SHA-256&nbsp;: <code>{value}</code>
    </p>
  );
}

'use client';
import type { QuarterView } from '@/server/sibil/quarter.schema';

/** The file, what to do with it on SIBIL's site, then the person's word that it is done. */
export function UploadSteps({
  file,
  fileHref,
  isBusy,
  onDownload,
  onDeclared,
}: {
  readonly file: NonNullable<QuarterView['file']>;
  readonly fileHref: string;
  readonly isBusy: boolean;
  readonly onDownload: () => void;
  readonly onDeclared: () => void;
}) {
  return (
    <>
      <ol>
        <li>
          <a
            className="fr-link fr-icon-download-line fr-link--icon-left app-break"
            href={fileHref}
            download={file.filename}
            onClick={onDownload}
          >
            Télécharger le fichier CSV
          </a>
        </li>
        <li>Connectez-vous au portail SIBIL du ministère de la Culture avec le compte de votre structure.</li>
        <li>Dans vos déclarations, choisissez l’import d’un fichier CSV, puis ce fichier.</li>
        <li>
          Lisez le compte rendu&nbsp;: SIBIL dit ligne par ligne ce qu’il refuse. Vérifiez surtout le domaine et le
          lieu. S’il n’accepte pas le fichier, saisissez les représentations en vous aidant de cette page.
        </li>
        <li>Revenez ici nous le dire&nbsp;: le fichier sera gardé tel quel, avec son empreinte.</li>
      </ol>
      <button type="button" className="fr-btn" aria-disabled={isBusy} onClick={() => !isBusy && onDeclared()}>
        Je l’ai déposée dans SIBIL
      </button>
    </>
  );
}

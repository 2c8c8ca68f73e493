import type { ReactNode } from 'react';

export type ExportsViewProps = {
  readonly wholeHref: string;
  readonly showsHref: string;
  readonly submissionsHref: string;
  /** Keys of seasons, `2025-2026`, the latest first. */
  readonly seasons: readonly string[];
  readonly toSeasonHref: (season: string) => string;
};

/** Everything that a structure can take away: workbooks for a spreadsheet, documents for paper. */
export function ExportsView({ wholeHref, showsHref, submissionsHref, seasons, toSeasonHref }: ExportsViewProps) {
  return (
    <div className="fr-container fr-my-5w app-narrow">
      <h1>Exports</h1>
      <p>Vos données vous appartiennent&nbsp;: emportez-les quand vous voulez. Les fichiers sont faits à l’instant.</p>
      <Part title="Classeurs pour un tableur">
        <ul>
          <li>
            <a href={wholeHref} download>
              Export complet (XLSX)
            </a>
            <br />
            Spectacles, représentations, billets par taux de TVA, déclarations, envois et dépenses, une feuille pour
            chacun.
          </li>
          <li>
            <a href={showsHref}>Spectacles</a> et <a href={submissionsHref}>Envois</a>
            <br />
            Chaque liste s’exporte aussi telle que vous l’avez filtrée, depuis sa page.
          </li>
        </ul>
      </Part>
      <Part title="Bilans de saison, à lire ou à imprimer">
        {seasons.length === 0 ? (
          <p>Aucune représentation pour le moment. Le bilan d’une saison s’affichera ici dès la première.</p>
        ) : (
          <>
            <p>Du 1er septembre au 31 août&nbsp;: totaux, spectacles et état des déclarations.</p>
            <ul>
              {seasons.map((season) => (
                <li key={season}>
                  <a
                    href={toSeasonHref(season)}
                    target="_blank"
                    rel="noreferrer"
                    title={`Saison ${season} (PDF) - nouvelle fenêtre`}
                  >
                    Saison {season} (PDF)
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </Part>
      <Part title="Fiche d’un spectacle">
        <p className="fr-mb-0">
          Chaque spectacle a sa fiche (PDF)&nbsp;: ouvrez-le depuis <a href={showsHref}>Spectacles</a>, puis choisissez
          «&nbsp;Fiche à imprimer&nbsp;».
        </p>
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="fr-mt-4w">
      <h2 className="fr-h5">{title}</h2>
      {children}
    </section>
  );
}

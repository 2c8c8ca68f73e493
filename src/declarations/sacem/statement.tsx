import { Document } from '@react-pdf/renderer';
import { pickFontFamilies } from '../fonts';
import { renderTaggedPdf } from '../pdf/render-tagged-pdf';
import { toPrintableText } from '../printable-text';
import { PerformancesPage } from './performances-page';
import type { SacemStatement } from './statement-data';
import { SummaryPage } from './summary-page';

/** The statement as a document: totals in portrait, then every performance in landscape. */
export function Statement({ statement }: { statement: SacemStatement }) {
  const title = toPrintableText(statement.title);
  const footer = `SACEM, client n°\u00a0${statement.organizer.sacemId} · ${statement.organizer.name} · ${statement.title}`;
  const fontFamily = pickFontFamilies(JSON.stringify(statement));
  const page = { statement, footer, fontFamily };
  return (
    <Document
      title={`État des recettes et des dépenses – ${title}`}
      author={toPrintableText(statement.organizer.name)}
      subject="Déclaration à la SACEM"
      creator="Assistant déclaration"
      producer="Assistant déclaration"
      language="fr-FR"
      // The same declaration gives the same bytes: no clock of the machine, no random identifier.
      creationDate={statement.declaredAt}
      modificationDate={statement.declaredAt}
    >
      <SummaryPage {...page} />
      <PerformancesPage {...page} />
    </Document>
  );
}

/** The bytes of the statement, tagged for screen readers. */
export function renderStatement(statement: SacemStatement): Promise<Uint8Array> {
  return renderTaggedPdf(<Statement statement={statement} />);
}

import type { ReactNode } from 'react';
import { Document, Page, View } from '@react-pdf/renderer';
import { Footer } from '@/declarations/pdf/parts';
import { styles } from '@/declarations/pdf/styles';
import { TaggedText } from '@/declarations/pdf/tagged';
import { toPrintableText } from '@/declarations/printable-text';
import { formatDateTime } from '@/i18n/format';

type ExportDocumentProps = {
  /** What the document is: `Fiche du spectacle`. */
  kind: string;
  title: string;
  organizationName: string;
  madeAt: Date;
  fontFamily: string[];
  children: ReactNode;
};

/** One portrait document of what a structure has here, for paper: what it is, whose, when it was made. Not a declaration. */
export function ExportDocument({ kind, title, organizationName, madeAt, fontFamily, children }: ExportDocumentProps) {
  return (
    <Document
      title={toPrintableText(`${kind} – ${title}`)}
      author={toPrintableText(organizationName)}
      subject={kind}
      creator="Assistant déclaration"
      producer="Assistant déclaration"
      language="fr-FR"
      // The same content at the same time gives the same bytes.
      creationDate={madeAt}
      modificationDate={madeAt}
    >
      <Page
        size="A4"
        style={[styles.page, { fontFamily }]}
        bookmark={kind}
        layout={({ children: content, pageNumber, totalPages }) => (
          <>
            {content}
            <Footer
              title={`${kind} · ${organizationName} · ${title}`}
              pageNumber={pageNumber}
              totalPages={totalPages}
            />
          </>
        )}
      >
        <View style={styles.body}>
          <View style={styles.banner}>
            <TaggedText style={styles.organism}>{kind}</TaggedText>
            <TaggedText style={styles.date}>Établi le {formatDateTime(madeAt)}</TaggedText>
          </View>
          <TaggedText style={styles.title} tag={{ role: 'H1' }}>
            {toPrintableText(title)}
          </TaggedText>
          <TaggedText style={styles.subtitle}>{toPrintableText(organizationName)}</TaggedText>
          {children}
        </View>
      </Page>
    </Document>
  );
}

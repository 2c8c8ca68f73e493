import type { ReactNode } from 'react';
import { Document, Page, View } from '@react-pdf/renderer';
import { formatDate } from '@/i18n/format';
import { columnHeader, Field, Footer, Heading, rowHeader } from './pdf/parts';
import { styles } from './pdf/styles';
import { Table } from './pdf/table';
import { type Tag, TaggedText, TaggedView } from './pdf/tagged';
import { toPrintableText } from './printable-text';
import type { TaxStatement } from './tax-statement';
import { listTaxNotes, listTaxSteps, taxTableHeaders, type TextRow, toTaxTableRow, toTaxTableTotals } from './tax-text';

/** Points: together the width between the margins of a portrait A4. */
const columnWidths = [62, 104, 34, 40, 40, 68, 58, 109] as const;
type TaxDocumentProps = { statement: TaxStatement; title: string; children: ReactNode };

/** The same declaration gives the same bytes: no clock of the machine, no random identifier. */
export function TaxDocument({ statement: { tax, organizer, series, declaredAt }, title, children }: TaxDocumentProps) {
  return (
    <Document
      title={toPrintableText(`${title} – ${series.name}`)}
      author={toPrintableText(organizer.name)}
      subject={tax === 'CNM' ? 'Déclaration au CNM' : 'Déclaration à l’ASTP'}
      creator="Assistant déclaration"
      producer="Assistant déclaration"
      language="fr-FR"
      creationDate={declaredAt}
      modificationDate={declaredAt}
    >
      {children}
    </Document>
  );
}

type TaxPageProps = {
  statement: TaxStatement;
  fontFamily: string[];
  bookmark: string;
  title: string;
  /** Its title is that of the document; on the pages that follow, that of a section. */
  isFirst: boolean;
  children: ReactNode;
};

/** One portrait page, more when there is much: banner, title, what it holds, whose it is. */
export function TaxPage({ statement, fontFamily, bookmark, title, isFirst, children }: TaxPageProps) {
  const { tax, declaredAt, series, organizer } = statement;
  return (
    <Page
      size="A4"
      style={[styles.page, { fontFamily }]}
      bookmark={toPrintableText(bookmark)}
      layout={({ children: content, pageNumber, totalPages }) => (
        <>
          {content}
          <Footer
            title={`${tax} · ${organizer.name} · ${series.name}`}
            pageNumber={pageNumber}
            totalPages={totalPages}
          />
        </>
      )}
    >
      <View style={styles.body}>
        <View style={styles.banner}>
          <TaggedText style={styles.organism}>{tax}</TaggedText>
          <TaggedText style={styles.date}>Déclaration du {formatDate(declaredAt)}</TaggedText>
        </View>
        <TaggedText style={styles.title} tag={{ role: isFirst ? 'H1' : 'H2' }}>
          {title}
        </TaggedText>
        <TaggedText style={styles.subtitle}>{toPrintableText(series.name)}</TaggedText>
        {children}
      </View>
    </Page>
  );
}

export function Fields({ rows }: { rows: readonly TextRow[] }) {
  return rows.map(({ label, value }) => (
    <Field key={label} label={label}>
      {value}
    </Field>
  ));
}

type LinesProps = { title: string; headers: readonly [string, ...string[]]; lines: readonly (readonly string[])[] };

/** A label, then one column per figure. */
export function Lines({ title, headers, lines }: LinesProps) {
  const [first, ...others] = headers;
  const width = `${Math.floor(44 / others.length)}%`;
  return (
    <View style={styles.section}>
      <Heading>{title}</Heading>
      <TaggedView tag={{ role: 'Table' }}>
        <TaggedView style={styles.headerRow} tag={{ role: 'TR' }}>
          <TaggedText style={[styles.headerCell, { flex: 1 }]} tag={columnHeader}>
            {first}
          </TaggedText>
          {others.map((header) => (
            <TaggedText key={header} style={[styles.headerCell, { width, textAlign: 'right' }]} tag={columnHeader}>
              {header}
            </TaggedText>
          ))}
        </TaggedView>
        {lines.map(([label = '', ...figures]) => (
          <TaggedView key={label} style={styles.row} wrap={false} tag={{ role: 'TR' }}>
            <TaggedText style={{ flex: 1, paddingRight: 8 }} tag={rowHeader}>
              {toPrintableText(label)}
            </TaggedText>
            {figures.map((figure, index) => (
              <TaggedText key={index} style={[styles.figures, { width }]} tag={cell}>
                {toPrintableText(figure)}
              </TaggedText>
            ))}
          </TaggedView>
        ))}
      </TaggedView>
    </View>
  );
}

const cell: Tag = { role: 'TD' };

/** What is confirmed and what is not. */
function Notes({ rows }: { rows: readonly TextRow[] }) {
  return (
    <View style={styles.section}>
      <Heading>À savoir</Heading>
      {rows.map(({ label, value }) => (
        <TaggedView key={label} style={styles.field} wrap={false} tag={{ role: 'P' }}>
          <TaggedText style={styles.strong}>{label}</TaggedText>
          <TaggedText>{toPrintableText(value)}</TaggedText>
        </TaggedView>
      ))}
    </View>
  );
}

/** What both statements end with: the tax step by step, its deadline, what is not confirmed, every performance. */
export function TaxDetail({ statement }: { statement: TaxStatement }) {
  return (
    <>
      <Lines
        title="Calcul de la taxe"
        headers={['Étape', 'Montant']}
        lines={listTaxSteps(statement).map(({ label, value }) => [label, value])}
      />
      <View style={styles.section}>
        <Heading>Échéance</Heading>
        <Field label="À déclarer au plus tard le">{formatDate(statement.deadline.dueAt)}</Field>
      </View>
      <Notes rows={listTaxNotes(statement)} />
      <PerformancesTable statement={statement} />
    </>
  );
}

function PerformancesTable({ statement }: { statement: TaxStatement }) {
  return (
    <View style={[styles.section, styles.dense]}>
      <Heading>Représentations</Heading>
      <Table
        name="performances"
        columns={taxTableHeaders.map((header, index) => ({
          header,
          width: columnWidths[index] ?? 0,
          isFigure: index >= 2 && index <= 6,
        }))}
        rows={statement.performances.map(toTaxTableRow)}
        totals={toTaxTableTotals(statement)}
      />
    </View>
  );
}

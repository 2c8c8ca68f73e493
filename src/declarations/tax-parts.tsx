import type { ReactNode } from 'react';
import { Document, Page, Text, View } from '@react-pdf/renderer';
import { formatDate } from '@/i18n/format';
import { toPrintableText } from './printable-text';
import { Field, Footer } from './sacem/parts';
import { styles } from './sacem/styles';
import type { StatedPerformance, TaxStatement } from './tax-statement';
import { taxTableHeaders, type TextRow, toTaxTableRow } from './tax-text';

/** Points: together the width between the margins of a portrait A4. */
const columnWidths = [62, 104, 34, 40, 40, 68, 58, 109] as const;
/** Columns of figures are the third to the seventh. */
const isFigure = (index: number) => index >= 2 && index <= 6;

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
  children: ReactNode;
};

/** One portrait page, more when there is much: banner, title, what it holds, whose it is. */
export function TaxPage({ statement, fontFamily, bookmark, title, children }: TaxPageProps) {
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
          <Text style={styles.organism}>{tax}</Text>
          <Text style={styles.date}>Déclaration du {formatDate(declaredAt)}</Text>
        </View>
        <Text style={styles.title}>{title}</Text>
        <Text style={styles.subtitle}>{toPrintableText(series.name)}</Text>
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

type LinesProps = { title: string; headers?: readonly string[]; lines: readonly (readonly string[])[] };

/** A label, then one column per figure. */
export function Lines({ title, headers, lines }: LinesProps) {
  const count = (lines[0]?.length ?? 1) - 1;
  const width = `${Math.floor(44 / count)}%`;
  return (
    <View style={styles.section}>
      <Text style={styles.heading} minPresenceAhead={30}>
        {title}
      </Text>
      {headers && (
        <View style={styles.headerRow}>
          <Text style={[styles.headerCell, { flex: 1 }]}>{headers[0]}</Text>
          {headers.slice(1).map((header) => (
            <Text key={header} style={[styles.headerCell, { width, textAlign: 'right' }]}>
              {header}
            </Text>
          ))}
        </View>
      )}
      {lines.map(([label = '', ...figures]) => (
        <View key={label} style={styles.row} wrap={false}>
          <Text style={{ flex: 1, paddingRight: 8 }}>{toPrintableText(label)}</Text>
          {figures.map((figure, index) => (
            <Text key={index} style={[styles.figures, { width }]}>
              {toPrintableText(figure)}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}

/** What is confirmed and what is not. */
export function Notes({ rows }: { rows: readonly TextRow[] }) {
  return (
    <View style={styles.section}>
      <Text style={styles.heading} minPresenceAhead={30}>
        À savoir
      </Text>
      {rows.map(({ label, value }) => (
        <View key={label} style={styles.field} wrap={false}>
          <Text style={styles.strong}>{label}</Text>
          <Text>{toPrintableText(value)}</Text>
        </View>
      ))}
    </View>
  );
}

type PerformancesTableProps = {
  title: string;
  performances: readonly StatedPerformance[];
  totals?: readonly string[];
};

export function PerformancesTable({ title, performances, totals }: PerformancesTableProps) {
  return (
    <View style={[styles.section, styles.dense]}>
      <Text style={styles.heading} minPresenceAhead={40}>
        {title}
      </Text>
      <View style={styles.headerRow}>
        <Cells values={taxTableHeaders} style={styles.headerCell} />
      </View>
      {performances.map((performance) => (
        <View key={performance.id} style={styles.row} wrap={false}>
          <Cells values={toTaxTableRow(performance)} />
        </View>
      ))}
      {totals && (
        <View style={styles.totalRow} wrap={false}>
          <Cells values={totals} style={styles.strong} />
        </View>
      )}
    </View>
  );
}

type CellsProps = { values: readonly string[]; style?: (typeof styles)['strong' | 'headerCell'] };

function Cells({ values, style }: CellsProps) {
  return values.map((value, index) => (
    <Text
      key={index}
      style={[
        isFigure(index) ? styles.figures : {},
        style ?? {},
        { width: columnWidths[index], flexShrink: 0, ...(index === 7 ? { paddingLeft: 8 } : { paddingRight: 4 }) },
      ]}
    >
      {toPrintableText(value)}
    </Text>
  ));
}

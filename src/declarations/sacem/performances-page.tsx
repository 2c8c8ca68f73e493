import { Page, Text, View } from '@react-pdf/renderer';
import type { AmountPair } from '@/domain/declaration/neutral';
import { formatCount, formatCounted, formatDecimal, formatRate, formatShortDay, formatTime } from '@/i18n/format';
import { audienceLabels, otherRevenueLabels } from '@/i18n/labels';
import { toPrintableText } from '../printable-text';
import { Footer } from './parts';
import type { SacemStatement, StatementPerformance } from './statement-data';
import { styles } from './styles';
import { formatAddress, formatPlace } from './summary-page';

/** Columns of the table, in points: together the width between the margins of a landscape A4. */
const columns = [
  { key: 'date', width: 52, header: 'Date' },
  { key: 'time', width: 40, header: 'Heure' },
  { key: 'place', width: 108, header: 'Lieu' },
  { key: 'audience', width: 52, header: 'Public' },
  { key: 'capacity', width: 36, header: 'Jauge', isFigure: true },
  { key: 'paid', width: 42, header: 'Entrées payantes', isFigure: true },
  { key: 'free', width: 42, header: 'Entrées gratuites', isFigure: true },
  { key: 'rate', width: 38, header: 'Taux de TVA', isFigure: true },
  { key: 'excluding', width: 62, header: 'Billetterie HT', isFigure: true },
  { key: 'vat', width: 54, header: 'TVA', isFigure: true },
  { key: 'including', width: 62, header: 'Billetterie TTC', isFigure: true },
] as const;
type Column = (typeof columns)[number];

/** Side revenue is a table in the table: one line per kind that earned something. */
const sideWidths = { label: 64, amount: 62 };

type PerformancesPageProps = { statement: SacemStatement; footer: string; fontFamily: string[] };

/** Every performance, in landscape, with the header on each page and the totals at the end. */
export function PerformancesPage({ statement, footer, fontFamily }: PerformancesPageProps) {
  return (
    <Page
      size="A4"
      orientation="landscape"
      style={[styles.page, styles.landscape, { fontFamily }]}
      bookmark="Détail des représentations"
      layout={({ children, pageNumber, totalPages }) => (
        <>
          <Text style={[styles.heading, { fontSize: 14 }]}>Détail des représentations</Text>
          <Text style={[styles.quiet, styles.dense]}>{toPrintableText(statement.title)} · montants en euros</Text>
          <Header />
          {children}
          <Footer title={footer} pageNumber={pageNumber} totalPages={totalPages} isLandscape />
        </>
      )}
    >
      <View style={styles.dense}>
        {statement.performances.map((performance) => (
          <PerformanceRow key={performance.id} performance={performance} />
        ))}
        <TotalRow statement={statement} />
        <Places places={statement.places} />
      </View>
    </Page>
  );
}

function Header() {
  return (
    <View style={[styles.headerRow, { paddingTop: 8 }]}>
      {columns.map((column) => (
        <Text key={column.key} style={[styles.headerCell, cellStyle(column)]}>
          {column.header}
        </Text>
      ))}
      <Text style={[styles.headerCell, { width: sideWidths.label, paddingLeft: 12 }]}>Hors billetterie</Text>
      <Text style={[styles.headerCell, { width: sideWidths.amount, textAlign: 'right' }]}>HT</Text>
      <Text style={[styles.headerCell, { width: sideWidths.amount, textAlign: 'right' }]}>TTC</Text>
    </View>
  );
}

function cellStyle(column: Column) {
  return {
    width: column.width,
    flexShrink: 0,
    paddingRight: 4,
    ...('isFigure' in column && { textAlign: 'right' as const }),
  };
}

type Values = Readonly<Record<Column['key'], string>>;

function Cells({ values, isStrong = false }: { values: Values; isStrong?: boolean }) {
  return columns.map((column) => (
    <Text
      key={column.key}
      style={['isFigure' in column ? styles.figures : {}, cellStyle(column), isStrong ? styles.strong : {}]}
    >
      {toPrintableText(values[column.key])}
    </Text>
  ));
}

/** Three cells, with a line for each kind: one text per cell, since every text has its cost on a long series. */
function SideCells({
  labels,
  amounts,
  isStrong = false,
}: {
  labels: string[];
  amounts: AmountPair[];
  isStrong?: boolean;
}) {
  const strong = isStrong ? styles.strong : {};
  const toLines = (key: keyof AmountPair) => amounts.map((pair) => formatDecimal(pair[key])).join('\n');
  return (
    <>
      <Text style={[{ width: sideWidths.label, paddingLeft: 12 }, strong]}>{labels.join('\n')}</Text>
      <Text style={[styles.figures, { width: sideWidths.amount }, strong]}>{toLines('excludingTaxesCents')}</Text>
      <Text style={[styles.figures, { width: sideWidths.amount }, strong]}>{toLines('includingTaxesCents')}</Text>
    </>
  );
}

/** Short names: the column is narrow, and the first page has the whole ones. */
const sideLabels = { ...otherRevenueLabels, bar: 'Consomm.', programmes: 'Programmes', other: 'Autres' };

function PerformanceRow({ performance }: { performance: StatementPerformance }) {
  const { startAt, venue, ticketing, side } = performance;
  const values = {
    date: formatShortDay(startAt),
    time: formatTime(startAt),
    place: formatPlace(venue.name, venue.address.city),
    audience: audienceLabels[performance.audience],
    capacity: formatCount(performance.capacity),
    paid: formatCount(performance.paidTickets),
    free: formatCount(performance.freeTickets),
    rate: performance.taxRateBp === null ? '–' : formatRate(performance.taxRateBp),
    excluding: formatDecimal(ticketing.excludingTaxesCents),
    vat: formatDecimal(ticketing.vatCents),
    including: formatDecimal(ticketing.includingTaxesCents),
  };
  return (
    <View style={styles.row} wrap={false}>
      <Cells values={values} />
      <SideCells
        labels={side.length === 0 ? ['–'] : side.map(({ kind }) => sideLabels[kind])}
        amounts={side.map(({ amounts }) => amounts)}
      />
    </View>
  );
}

function TotalRow({ statement: { totals } }: { statement: SacemStatement }) {
  const values = {
    date: 'Total',
    time: '',
    place: formatCounted(totals.performances, 'représentation'),
    audience: '',
    capacity: '',
    paid: formatCount(totals.paidTickets),
    free: formatCount(totals.freeTickets),
    rate: '',
    excluding: formatDecimal(totals.ticketing.excludingTaxesCents),
    vat: formatDecimal(totals.ticketing.vatCents),
    including: formatDecimal(totals.ticketing.includingTaxesCents),
  };
  return (
    <View style={styles.totalRow} wrap={false}>
      <Cells values={values} isStrong />
      <SideCells labels={[]} amounts={[totals.side]} isStrong />
    </View>
  );
}

/** Full addresses once, so that a long series does not repeat them on every row. */
function Places({ places }: { places: SacemStatement['places'] }) {
  return (
    <View style={styles.section}>
      <Text style={styles.heading} minPresenceAhead={20}>
        {places.length > 1 ? 'Lieux' : 'Lieu'}
      </Text>
      {places.map(({ venue, performances }, index) => (
        <Text key={index} style={{ marginBottom: 2 }}>
          {toPrintableText(`${venue.name}, ${formatAddress(venue.address)}`)} (
          {formatCounted(performances, 'représentation')})
        </Text>
      ))}
    </View>
  );
}

import { Page, View } from '@react-pdf/renderer';
import type { AmountPair } from '@/domain/declaration/neutral';
import { formatCount, formatCounted, formatDecimal, formatRate, formatShortDay, formatTime } from '@/i18n/format';
import { audienceLabels, otherRevenueLabels } from '@/i18n/labels';
import { type Tag, TaggedText, TaggedView } from '../pdf/tagged';
import { toPrintableText } from '../printable-text';
import { columnHeader, Footer, Heading, ListItem, rowHeader } from '../pdf/parts';
import type { SacemStatement, StatementPerformance } from './statement-data';
import { styles } from '../pdf/styles';
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
      layout={({ children, pageNumber, totalPages, subPageNumber = 1 }) => (
        <>
          <TaggedText style={[styles.heading, { fontSize: 14 }]} tag={onceRead(subPageNumber, { role: 'H2' })}>
            Détail des représentations
          </TaggedText>
          <TaggedText style={[styles.quiet, styles.dense, styles.oneLine]} tag={onceRead(subPageNumber, { role: 'P' })}>
            Montants en euros · {toPrintableText(statement.title)}
          </TaggedText>
          <Header subPageNumber={subPageNumber} />
          {children}
          <Footer title={footer} pageNumber={pageNumber} totalPages={totalPages} isLandscape />
        </>
      )}
    >
      <View style={styles.dense}>
        <TaggedView tag={table}>
          {statement.performances.map((performance) => (
            <PerformanceRow key={performance.id} performance={performance} />
          ))}
          <TotalRow statement={statement} />
        </TaggedView>
        <Places places={statement.places} />
      </View>
    </Page>
  );
}

/** One table, whatever the number of pages. */
const table: Tag = { role: 'Table', key: 'performances' };

/** What each page repeats is read on the first. */
function onceRead(subPageNumber: number, tag: Tag): Tag {
  return subPageNumber === 1 ? tag : 'Artifact';
}

function Header({ subPageNumber }: { subPageNumber: number }) {
  const amount = [styles.headerCell, { width: sideWidths.amount, textAlign: 'right' as const }];
  return (
    <TaggedView tag={onceRead(subPageNumber, table)}>
      <TaggedView style={[styles.headerRow, { paddingTop: 8 }]} tag={{ role: 'TR' }}>
        {columns.map((column) => (
          <TaggedText key={column.key} style={[styles.headerCell, cellStyle(column)]} tag={columnHeader}>
            {column.header}
          </TaggedText>
        ))}
        <TaggedText style={[styles.headerCell, { width: sideWidths.label, paddingLeft: 12 }]} tag={columnHeader}>
          Hors billetterie
        </TaggedText>
        <TaggedText style={amount} tag={columnHeader}>
          HT
        </TaggedText>
        <TaggedText style={amount} tag={columnHeader}>
          TTC
        </TaggedText>
      </TaggedView>
    </TaggedView>
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

const cell: Tag = { role: 'TD' };

function Cells({ values, isStrong = false }: { values: Values; isStrong?: boolean }) {
  return columns.map((column) => (
    <TaggedText
      key={column.key}
      tag={column.key === 'date' ? rowHeader : cell}
      style={['isFigure' in column ? styles.figures : {}, cellStyle(column), isStrong ? styles.strong : {}]}
    >
      {toPrintableText(values[column.key])}
    </TaggedText>
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
      <TaggedText style={[{ width: sideWidths.label, paddingLeft: 12 }, strong]} tag={cell}>
        {labels.join('\n')}
      </TaggedText>
      <TaggedText style={[styles.figures, { width: sideWidths.amount }, strong]} tag={cell}>
        {toLines('excludingTaxesCents')}
      </TaggedText>
      <TaggedText style={[styles.figures, { width: sideWidths.amount }, strong]} tag={cell}>
        {toLines('includingTaxesCents')}
      </TaggedText>
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
    <TaggedView style={styles.row} wrap={false} tag={{ role: 'TR' }}>
      <Cells values={values} />
      <SideCells
        labels={side.length === 0 ? ['–'] : side.map(({ kind }) => sideLabels[kind])}
        amounts={side.map(({ amounts }) => amounts)}
      />
    </TaggedView>
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
    <TaggedView style={styles.totalRow} wrap={false} tag={{ role: 'TR' }}>
      <Cells values={values} isStrong />
      <SideCells labels={[]} amounts={[totals.side]} isStrong />
    </TaggedView>
  );
}

/** Full addresses once, so that a long series does not repeat them on every row. */
function Places({ places }: { places: SacemStatement['places'] }) {
  return (
    <View style={styles.section}>
      <Heading>{places.length > 1 ? 'Lieux' : 'Lieu'}</Heading>
      <TaggedView tag={{ role: 'L' }}>
        {places.map(({ venue, performances }, index) => (
          <ListItem key={index}>
            {`${venue.name}, ${formatAddress(venue.address)} (${formatCounted(performances, 'représentation')})`}
          </ListItem>
        ))}
      </TaggedView>
    </View>
  );
}

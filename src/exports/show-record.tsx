import { View } from '@react-pdf/renderer';
import { expenseKinds } from '@/domain/declaration/bounds';
import { computeTotals, toTotal } from '@/domain/declaration/totals';
import { pickFontFamilies } from '@/declarations/fonts';
import { AmountsRow, AmountsTable, Card, Field, Heading } from '@/declarations/pdf/parts';
import { renderTaggedPdf } from '@/declarations/pdf/render-tagged-pdf';
import { styles } from '@/declarations/pdf/styles';
import { Table } from '@/declarations/pdf/table';
import { TaggedText } from '@/declarations/pdf/tagged';
import {
  formatAmount,
  formatCount,
  formatCounted,
  formatDateTime,
  formatDay,
  formatDayRange,
  formatDecimal,
  formatRate,
  formatShortDay,
  formatSiren,
  formatSiret,
  formatTime,
} from '@/i18n/format';
import { audienceLabels, declarationStateLabels, expenseLabels, genreLabels, organismLabels } from '@/i18n/labels';
import { type ExportedPerformance, type ExportedShow, listDeclaredPerformances } from './exported-show';
import { ExportDocument } from './export-document';
import { RevenueSection } from './revenue-section';

export type ShowRecord = { readonly show: ExportedShow; readonly madeAt: Date };

const kind = 'Fiche du spectacle';

/** Columns in points: together the width between the margins of a portrait A4. */
const performanceColumns = [
  { header: 'Date', width: 52 },
  { header: 'Heure', width: 42 },
  { header: 'Lieu', width: 129 },
  { header: 'Payants', width: 40, isFigure: true },
  { header: 'Gratuits', width: 40, isFigure: true },
  { header: 'Taux de TVA', width: 40, isFigure: true },
  { header: 'Billetterie HT', width: 62, isFigure: true },
  { header: 'TVA', width: 48, isFigure: true },
  { header: 'Billetterie TTC', width: 62, isFigure: true },
] as const;

const declarationColumns = [
  { header: 'Organisme', width: 62 },
  { header: 'État', width: 80 },
  { header: 'À déclarer au plus tard le', width: 100 },
  { header: 'Dernier envoi', width: 120 },
  { header: 'Destinataire', width: 153 },
] as const;

/** What the structure has of one show: what was answered, each performance, the totals, where its declarations are. */
function ShowRecordDocument({ show, madeAt }: ShowRecord) {
  const { series, organization } = show.draft;
  const performances = listDeclaredPerformances(show);
  const totals = computeTotals(performances);
  const expenses = expenseKinds.flatMap((expense) => {
    const amounts = series.expenses[expense];
    return amounts ? [{ expense, total: toTotal([amounts]) }] : [];
  });
  return (
    <ExportDocument
      kind={kind}
      title={series.name}
      organizationName={organization.name}
      madeAt={madeAt}
      fontFamily={pickFontFamilies(JSON.stringify(show))}
    >
      <View style={styles.columns}>
        <Card title="Informations">
          <Field label="Genre">{series.genre && genreLabels[series.genre]}</Field>
          <Field label="Public">{audienceLabels[series.audience]}</Field>
          <Field label="Auteur">{series.author}</Field>
          <Field label="Mise en scène">{series.director}</Field>
          <Field label="Artistes">{series.artists}</Field>
          <Field label="Dates">{describeDates(performances)}</Field>
          <Field label="Lieu">{describeVenue(show)}</Field>
          <Field label="Jauge">{series.capacity === null ? null : formatCounted(series.capacity, 'place')}</Field>
          <Field label="Producteur">
            {series.producer && `${series.producer.name} (SIREN ${formatSiren(series.producer.siren)})`}
          </Field>
        </Card>
        <Card title="Structure">
          <Field label="Nom ou raison sociale">{organization.name}</Field>
          <Field label="SIRET">{formatSiret(organization.siret)}</Field>
          <Field label="Billets">
            {`${formatCounted(totals.paidTickets, 'payant')}, ${formatCounted(totals.freeTickets, 'gratuit')}`}
          </Field>
          <Field label="Contrat de cession HT">
            {series.salePrice && formatAmount(series.salePrice.excludingTaxesCents)}
          </Field>
          <Field label="Provenance des chiffres">{show.source}</Field>
        </Card>
      </View>
      <View style={styles.section}>
        <Heading>Déclarations</Heading>
        {show.declarations.length === 0 ? (
          <TaggedText>Aucun organisme n’est choisi.</TaggedText>
        ) : (
          <Table name="declarations" columns={declarationColumns} rows={show.declarations.map(toDeclarationRow)} />
        )}
      </View>
      <RevenueSection totals={totals} />
      {expenses.length > 0 && (
        <View style={styles.section}>
          <Heading>Dépenses</Heading>
          <AmountsTable title="Nature">
            {expenses.map(({ expense, total }) => (
              <AmountsRow key={expense} label={expenseLabels[expense]} total={total} />
            ))}
          </AmountsTable>
        </View>
      )}
      <View style={[styles.section, styles.dense]}>
        <Heading>Représentations</Heading>
        {performances.length === 0 ? (
          <TaggedText>Ce spectacle n’a aucune représentation.</TaggedText>
        ) : (
          <Table
            name="performances"
            columns={performanceColumns}
            rows={performances.map(toPerformanceRow)}
            totals={[
              'Total',
              '',
              formatCounted(totals.performances, 'représentation'),
              formatCount(totals.paidTickets),
              formatCount(totals.freeTickets),
              '',
              formatDecimal(totals.ticketing.excludingTaxesCents),
              formatDecimal(totals.ticketing.vatCents),
              formatDecimal(totals.ticketing.includingTaxesCents),
            ]}
          />
        )}
      </View>
    </ExportDocument>
  );
}

function describeDates(performances: readonly ExportedPerformance[]): string | null {
  const [first, last] = [performances[0], performances.at(-1)];
  if (!first || !last) return null;
  const dates = formatDayRange(new Date(first.startAt), new Date(last.startAt));
  return `${formatCounted(performances.length, 'représentation')}, ${dates}`;
}

function describeVenue({ draft: { series } }: ExportedShow): string | null {
  if (!series.venue) return null;
  const { name, address } = series.venue;
  return `${name}, ${address.street}, ${address.postalCode} ${address.city}`;
}

function toDeclarationRow({ organism, state, dueAt, last }: ExportedShow['declarations'][number]): readonly string[] {
  return [
    organismLabels[organism],
    declarationStateLabels[state],
    dueAt ? formatDay(dueAt) : '–',
    last ? formatDateTime(last.createdAt) : 'Rien n’a été envoyé',
    last?.recipient ?? '–',
  ];
}

function toPerformanceRow({ startAt, venue, ticketing, taxRateBp }: ExportedPerformance): readonly string[] {
  const start = new Date(startAt);
  const { vatCents } = toTotal([ticketing]);
  return [
    formatShortDay(start),
    formatTime(start),
    venue ? `${venue.name}, ${venue.address.city}` : '–',
    formatCount(ticketing.paidTickets),
    formatCount(ticketing.freeTickets),
    taxRateBp === null ? '–' : formatRate(taxRateBp),
    formatDecimal(ticketing.excludingTaxesCents),
    formatDecimal(vatCents),
    formatDecimal(ticketing.includingTaxesCents),
  ];
}

/** The bytes of the record of a show, tagged for screen readers. */
export function renderShowRecord(record: ShowRecord): Promise<Uint8Array> {
  return renderTaggedPdf(<ShowRecordDocument {...record} />);
}

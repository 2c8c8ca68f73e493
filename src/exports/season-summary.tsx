import { View } from '@react-pdf/renderer';
import { addTotals } from '@/domain/declaration/totals';
import { type Season, toSeasonKey } from '@/domain/season';
import { pickFontFamilies } from '@/declarations/fonts';
import { Field, Heading } from '@/declarations/pdf/parts';
import { renderTaggedPdf } from '@/declarations/pdf/render-tagged-pdf';
import { styles } from '@/declarations/pdf/styles';
import { Table } from '@/declarations/pdf/table';
import { TaggedText } from '@/declarations/pdf/tagged';
import { formatCount, formatCounted, formatDecimal, formatShortDay } from '@/i18n/format';
import { declarationStateLabels, organismLabels } from '@/i18n/labels';
import { ExportDocument } from './export-document';
import { RevenueSection } from './revenue-section';
import { countDeclarations, type SeasonShow } from './summarize-season';

export type SeasonSummary = {
  readonly season: Season;
  readonly organizationName: string;
  /** By first performance. */
  readonly shows: readonly SeasonShow[];
  readonly madeAt: Date;
};

/** Shows that paper lists one by one; the workbook has them all, and the totals count them all. */
export const listedShows = 200;
/** Characters of a title in a cell: the record of the show has it whole. */
const titleLimit = 120;

/** Columns in points: together the width between the margins of a portrait A4. */
const showColumns = [
  { header: 'Spectacle', width: 156 },
  { header: 'Dates', width: 60 },
  { header: 'Représ.', width: 38, isFigure: true },
  { header: 'Billets', width: 40, isFigure: true },
  { header: 'Billetterie HT', width: 64, isFigure: true },
  { header: 'Billetterie TTC', width: 64, isFigure: true },
  { header: 'Déclarations', width: 93 },
] as const;

const organismColumns = [
  { header: 'Organisme', width: 155 },
  { header: 'Restent à faire', width: 120, isFigure: true },
  { header: 'Envoyées', width: 120, isFigure: true },
  { header: 'Acceptées', width: 120, isFigure: true },
] as const;

function SeasonSummaryDocument({ season, organizationName, shows, madeAt }: SeasonSummary) {
  const totals = addTotals(shows.map((show) => show.totals));
  const counts = countDeclarations(shows);
  const listed = shows.slice(0, listedShows);
  return (
    <ExportDocument
      kind="Bilan de saison"
      title={`Saison ${toSeasonKey(season)}`}
      organizationName={organizationName}
      madeAt={madeAt}
      fontFamily={pickFontFamilies(JSON.stringify([organizationName, listed]))}
    >
      <View style={styles.section}>
        <Field label="Activité">
          {`${formatCounted(shows.length, 'spectacle')}, ${formatCounted(totals.performances, 'représentation')}`}
        </Field>
        <Field label="Billets">
          {`${formatCounted(totals.paidTickets, 'payant')}, ${formatCounted(totals.freeTickets, 'gratuit')}`}
        </Field>
      </View>
      <RevenueSection totals={totals} />
      <View style={styles.section}>
        <Heading>Déclarations</Heading>
        {counts.length === 0 ? (
          <TaggedText>Aucun organisme n’est choisi pour ces spectacles.</TaggedText>
        ) : (
          <Table
            name="organisms"
            columns={organismColumns}
            rows={counts.map(({ organism, todo, sent, accepted }) => [
              organismLabels[organism],
              ...[todo, sent, accepted].map(formatCount),
            ])}
          />
        )}
      </View>
      <View style={[styles.section, styles.dense]}>
        <Heading>Spectacles</Heading>
        {shows.length === 0 ? (
          <TaggedText>Aucune représentation dans cette saison.</TaggedText>
        ) : (
          <Table name="shows" columns={showColumns} rows={listed.map(toShowRow)} totals={toTotalRow(totals)} />
        )}
        {shows.length > listed.length && (
          <TaggedText style={styles.notice}>
            {`Les ${formatCount(listed.length)} premiers des ${formatCount(shows.length)} spectacles sont écrits ici\u00a0; les totaux les comptent tous, et l’export complet (XLSX) les a tous.`}
          </TaggedText>
        )}
      </View>
    </ExportDocument>
  );
}

function toShowRow({ name, firstStartAt, lastStartAt, totals, declarations }: SeasonShow): readonly string[] {
  const days = [formatShortDay(firstStartAt), formatShortDay(lastStartAt)];
  return [
    name.length > titleLimit ? `${name.slice(0, titleLimit)}…` : name,
    [...new Set(days)].join(' '),
    formatCount(totals.performances),
    formatCount(totals.paidTickets + totals.freeTickets),
    formatDecimal(totals.ticketing.excludingTaxesCents),
    formatDecimal(totals.ticketing.includingTaxesCents),
    declarations
      .map(({ organism, state }) => `${organismLabels[organism]}\u00a0: ${declarationStateLabels[state].toLowerCase()}`)
      .join(', '),
  ];
}

function toTotalRow(totals: SeasonShow['totals']): readonly string[] {
  return [
    'Total',
    '',
    formatCount(totals.performances),
    formatCount(totals.paidTickets + totals.freeTickets),
    formatDecimal(totals.ticketing.excludingTaxesCents),
    formatDecimal(totals.ticketing.includingTaxesCents),
    '',
  ];
}

/** The bytes of the summary of a season, tagged for screen readers. */
export function renderSeasonSummary(summary: SeasonSummary): Promise<Uint8Array> {
  return renderTaggedPdf(<SeasonSummaryDocument {...summary} />);
}

import { Page, View } from '@react-pdf/renderer';
import { otherRevenueKinds } from '@/domain/declaration/bounds';
import type { Address } from '@/domain/declaration/neutral';
import { formatCount, formatDate, formatDayRange, formatRate, formatSiren, formatSiret } from '@/i18n/format';
import { documentTypeLabels, expenseLabels, genreLabels, otherRevenueLabels } from '@/i18n/labels';
import { TaggedText, TaggedView } from '../pdf/tagged';
import { toPrintableText } from '../printable-text';
import { describeCorrection } from '@/i18n/corrections';
import { AmountsRow, AmountsTable, Card, Field, Footer, Heading, ListItem } from '../pdf/parts';
import { describeShare, describeSharedExpenses } from './share';
import type { SacemStatement, TicketingRate } from './statement-data';
import { styles } from '../pdf/styles';

type SummaryPageProps = { statement: SacemStatement; footer: string; fontFamily: string[] };

/** Who declares what, and the totals: one portrait page, more when names are endless. */
export function SummaryPage({ statement, footer, fontFamily }: SummaryPageProps) {
  return (
    <Page
      size="A4"
      style={[styles.page, { fontFamily }]}
      bookmark="Totaux"
      layout={({ children, pageNumber, totalPages }) => (
        <>
          {children}
          <Footer title={footer} pageNumber={pageNumber} totalPages={totalPages} />
        </>
      )}
    >
      <View style={styles.body}>
        <View style={styles.banner}>
          <TaggedText style={styles.organism}>SACEM</TaggedText>
          <TaggedText style={styles.date}>Déclaration du {formatDate(statement.declaredAt)}</TaggedText>
        </View>
        <TaggedText style={styles.title} tag={{ role: 'H1' }}>
          État des recettes et des dépenses
        </TaggedText>
        <TaggedText style={styles.subtitle}>{toPrintableText(statement.title)}</TaggedText>
        {statement.correction && (
          <TaggedText style={styles.correction}>{describeCorrection(statement.correction)}</TaggedText>
        )}
        <TaggedText style={styles.notice}>
          À remettre à la délégation de la SACEM dans les dix jours qui suivent la dernière représentation, ou à la date
          que prévoit le contrat général de représentation.
        </TaggedText>
        {statement.share && <TaggedText style={styles.notice}>{describeShare(statement)}</TaggedText>}
        <View style={styles.columns}>
          <OrganizerCard statement={statement} />
          <ShowCard statement={statement} />
        </View>
        <RevenueTable statement={statement} />
        <View style={styles.section}>
          <Heading>Dépenses</Heading>
          <AmountsTable title="Nature">
            <AmountsRow label={expenseLabels.total} total={statement.expenses.total} kind="subtotal" />
            <AmountsRow label="dont frais d’approche" total={statement.expenses.approach} kind="part" />
          </AmountsTable>
          {statement.share && <TaggedText style={styles.notice}>{describeSharedExpenses(statement.share)}</TaggedText>}
        </View>
        <Documents documents={statement.documents} />
        <Certificate statement={statement} />
      </View>
    </Page>
  );
}

function OrganizerCard({ statement: { organizer } }: { statement: SacemStatement }) {
  return (
    <Card title="Organisateur">
      <Field label="Nom ou raison sociale">{organizer.name}</Field>
      <Field label="Numéro de client SACEM">{organizer.sacemId}</Field>
      <Field label="SIRET du siège">{formatSiret(organizer.siret)}</Field>
      <Field label="Adresse du siège">{organizer.headquarters && formatAddress(organizer.headquarters)}</Field>
      <Field label={organizer.licenceNumbers.length > 1 ? 'Licences d’entrepreneur' : 'Licence d’entrepreneur'}>
        {organizer.licenceNumbers.join(', ')}
      </Field>
    </Card>
  );
}

function ShowCard({ statement }: { statement: SacemStatement }) {
  const { producer, places, performances } = statement;
  const [place] = places;
  return (
    <Card title="Spectacle">
      <Field label="Genre">{genreLabels[statement.genre]}</Field>
      <Field label="Dates">{formatDayRange(statement.firstStartAt, statement.lastStartAt)}</Field>
      <Field label="Nombre de représentations">{formatCount(performances.length)}</Field>
      <Field label="Lieu">
        {places.length === 1 && place
          ? formatPlace(place.venue.name, place.venue.address.city)
          : `${places.length} lieux, voir le détail`}
      </Field>
      <Field label="Producteur artistique">
        {producer && `${producer.name} (SIREN ${formatSiren(producer.siren)})`}
      </Field>
      <Field label="Entrées">
        {`${formatCount(statement.totals.paidTickets)} payantes, ${formatCount(statement.totals.freeTickets)} gratuites`}
      </Field>
    </Card>
  );
}

function RevenueTable({ statement: { totals, ticketingRate } }: { statement: SacemStatement }) {
  return (
    <View style={styles.section}>
      <Heading>Recettes</Heading>
      <AmountsTable title="Origine">
        <AmountsRow label={`Entrées${describeRate(ticketingRate)}`} total={totals.ticketing} />
        {otherRevenueKinds.map((kind) => (
          <AmountsRow key={kind} label={otherRevenueLabels[kind]} total={totals.otherRevenue[kind]} />
        ))}
        <AmountsRow label="Sous-total hors billetterie" total={totals.side} kind="subtotal" />
        <AmountsRow label="Total des recettes" total={totals.revenue} kind="total" />
      </AmountsTable>
    </View>
  );
}

function Documents({ documents }: { documents: SacemStatement['documents'] }) {
  if (documents.length === 0) return null;
  return (
    <View style={styles.section}>
      <Heading>Documents joints</Heading>
      <TaggedView tag={{ role: 'L' }}>
        {documents.map(({ name, type }, index) => (
          <ListItem key={index}>{`${documentTypeLabels[type]}\u00a0: ${name}`}</ListItem>
        ))}
      </TaggedView>
    </View>
  );
}

function Certificate({ statement: { declarant, declaredAt } }: { statement: SacemStatement }) {
  return (
    <View style={styles.certificate} wrap={false}>
      <TaggedText>
        Je certifie que les renseignements portés sur cet état sont exacts et complets. Il a été établi le{' '}
        {formatDate(declaredAt)} au moyen du service Assistant déclaration, à partir des données de billetterie de
        l’organisateur.
      </TaggedText>
      <TaggedText style={styles.signature}>
        {toPrintableText(`${declarant.firstname} ${declarant.lastname}`)}
      </TaggedText>
      <TaggedText style={styles.quiet}>{toPrintableText(declarant.email)}</TaggedText>
    </View>
  );
}

/** What follows «Entrées»: the VAT rate when it is one and known. */
export function describeRate(rate: TicketingRate): string {
  if (rate.kind === 'one') return ` (TVA à ${formatRate(rate.rateBp)})`;
  return rate.kind === 'several' ? ' (plusieurs taux de TVA)' : '';
}

export function formatAddress({ street, postalCode, city }: Address): string {
  return `${street}, ${postalCode} ${city}`;
}

/** `Salle du Stiff, Ouessant`. */
export function formatPlace(name: string, city: string): string {
  return `${name}, ${city}`;
}

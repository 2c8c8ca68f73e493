import { renderToBuffer, Text, View } from '@react-pdf/renderer';
import { formatDate } from '@/i18n/format';
import { pickFontFamilies } from '../fonts';
import { toPrintableText } from '../printable-text';
import { Card } from '../sacem/parts';
import { styles } from '../sacem/styles';
import { Fields, Lines, Notes, PerformancesTable, TaxDocument, TaxPage } from '../tax-parts';
import type { TaxStatement } from '../tax-statement';
import { listOrganizerRows, listTaxNotes, listTaxSteps, toTaxTableTotals } from '../tax-text';
import { astpCases, listAstpFigures, listAstpProducerRows, listAstpShowRows } from './form-rows';
import { type AstpForm, listAstpForms } from './statement-data';

const title = 'Taxe sur les spectacles d’art dramatique, lyrique et chorégraphique';

/** One form per place and case with the headings of the paper one, then the computation and every performance. */
function AstpStatement({ statement }: { statement: TaxStatement }) {
  const fontFamily = pickFontFamilies(JSON.stringify(statement));
  const page = { statement, fontFamily };
  return (
    <TaxDocument statement={statement} title={title}>
      {listAstpForms(statement).map((form, index) => (
        <FormPage key={index} form={form} {...page} />
      ))}
      <TaxPage {...page} bookmark="Calcul de la taxe" title="Calcul de la taxe et détail">
        <Lines title="Calcul de la taxe" lines={listTaxSteps(statement).map(({ label, value }) => [label, value])} />
        <Lines title="Échéance" lines={[['À déclarer au plus tard le', formatDate(statement.deadline.dueAt)]]} />
        <Notes rows={listTaxNotes(statement)} />
        <PerformancesTable
          title="Représentations"
          performances={statement.performances}
          totals={toTaxTableTotals(statement)}
        />
      </TaxPage>
    </TaxDocument>
  );
}

type FormPageProps = { form: AstpForm; statement: TaxStatement; fontFamily: string[] };

function FormPage({ form, statement, fontFamily }: FormPageProps) {
  const { declarant, declaredAt, organizer } = statement;
  const name = `${declarant.firstname} ${declarant.lastname}`;
  return (
    <TaxPage
      statement={statement}
      fontFamily={fontFamily}
      bookmark={`${form.venue.name}, cas n°\u00a0${form.kind}`}
      title={title}
    >
      <View style={styles.columns}>
        <Card title="Spectacle">
          <Fields rows={listAstpShowRows(form, statement)} />
        </Card>
        <Card title="Déclarant">
          <Fields rows={listOrganizerRows(statement)} />
        </Card>
      </View>
      <Lines title={astpCases[form.kind]} lines={listAstpFigures(form).map(({ label, value }) => [label, value])} />
      <View style={styles.section}>
        <Fields rows={listAstpProducerRows(statement)} />
      </View>
      <View style={styles.certificate} wrap={false}>
        <Text>{toPrintableText(`Fait à ${organizer.headquarters.city}, le ${formatDate(declaredAt)}`)}</Text>
        <Text style={styles.signature}>{toPrintableText(name)}</Text>
        <Text style={styles.quiet}>Cachet et signature</Text>
      </View>
    </TaxPage>
  );
}

/** The bytes of the statement. */
export async function renderAstpStatement(statement: TaxStatement): Promise<Uint8Array> {
  return new Uint8Array(await renderToBuffer(<AstpStatement statement={statement} />));
}

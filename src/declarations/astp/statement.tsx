import { View } from '@react-pdf/renderer';
import { formatDate } from '@/i18n/format';
import { pickFontFamilies } from '../fonts';
import { Card } from '../pdf/parts';
import { renderTaggedPdf } from '../pdf/render-tagged-pdf';
import { styles } from '../pdf/styles';
import { TaggedText } from '../pdf/tagged';
import { toPrintableText } from '../printable-text';
import { Fields, Lines, TaxDetail, TaxDocument, TaxPage } from '../tax-parts';
import type { TaxStatement } from '../tax-statement';
import { listOrganizerRows } from '../tax-text';
import { astpCases, listAstpFigures, listAstpProducerRows, listAstpShowRows } from './form-rows';
import { type AstpForm, listAstpForms } from './statement-data';

const title = 'Taxe sur les spectacles d’art dramatique, lyrique et chorégraphique';

/** One form per place and case with the headings of the paper one, then the computation and every performance. */
function AstpStatement({ statement }: { statement: TaxStatement }) {
  const fontFamily = pickFontFamilies(JSON.stringify(statement));
  const page = { statement, fontFamily };
  const forms = listAstpForms(statement);
  return (
    <TaxDocument statement={statement} title={title}>
      {forms.map((form, index) => (
        <FormPage key={index} form={form} isFirst={index === 0} {...page} />
      ))}
      <TaxPage {...page} bookmark="Calcul de la taxe" title="Calcul de la taxe et détail" isFirst={forms.length === 0}>
        <TaxDetail statement={statement} />
      </TaxPage>
    </TaxDocument>
  );
}

type FormPageProps = { form: AstpForm; isFirst: boolean; statement: TaxStatement; fontFamily: string[] };

function FormPage({ form, isFirst, statement, fontFamily }: FormPageProps) {
  const { declarant, declaredAt, organizer } = statement;
  const name = `${declarant.firstname} ${declarant.lastname}`;
  return (
    <TaxPage
      statement={statement}
      fontFamily={fontFamily}
      bookmark={`${form.venue.name}, cas n°\u00a0${form.kind}`}
      title={title}
      isFirst={isFirst}
    >
      <View style={styles.columns}>
        <Card title="Spectacle">
          <Fields rows={listAstpShowRows(form, statement)} />
        </Card>
        <Card title="Déclarant">
          <Fields rows={listOrganizerRows(statement)} />
        </Card>
      </View>
      <Lines
        title={astpCases[form.kind]}
        headers={['Rubrique', 'Valeur']}
        lines={listAstpFigures(form).map(({ label, value }) => [label, value])}
      />
      <View style={styles.section}>
        <Fields rows={listAstpProducerRows(statement)} />
      </View>
      <View style={styles.certificate} wrap={false}>
        <TaggedText>
          {toPrintableText(`Fait à ${organizer.headquarters.city}, le ${formatDate(declaredAt)}`)}
        </TaggedText>
        <TaggedText style={styles.signature}>{toPrintableText(name)}</TaggedText>
        <TaggedText style={styles.quiet}>Cachet et signature</TaggedText>
      </View>
    </TaxPage>
  );
}

/** The bytes of the statement, tagged for screen readers. */
export function renderAstpStatement(statement: TaxStatement): Promise<Uint8Array> {
  return renderTaggedPdf(<AstpStatement statement={statement} />);
}

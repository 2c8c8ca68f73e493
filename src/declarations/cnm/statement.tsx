import { View } from '@react-pdf/renderer';
import { pickFontFamilies } from '../fonts';
import { Card } from '../pdf/parts';
import { renderTaggedPdf } from '../pdf/render-tagged-pdf';
import { styles } from '../pdf/styles';
import { Fields, Lines, TaxDetail, TaxDocument, TaxPage } from '../tax-parts';
import type { TaxStatement } from '../tax-statement';
import { listOrganizerRows } from '../tax-text';
import { listCnmFigures, listCnmShowRows } from './figures';

const title = 'Taxe sur les spectacles de variétés';

/** What to enter on the site of the CNM, in its order: who, what, the figures, the tax and its steps, every performance. */
function CnmStatement({ statement }: { statement: TaxStatement }) {
  const fontFamily = pickFontFamilies(JSON.stringify(statement));
  return (
    <TaxDocument statement={statement} title={title}>
      <TaxPage statement={statement} fontFamily={fontFamily} bookmark="Récapitulatif" title={title} isFirst>
        <View style={styles.columns}>
          <Card title="Redevable">
            <Fields rows={listOrganizerRows(statement)} />
          </Card>
          <Card title="Spectacle">
            <Fields rows={listCnmShowRows(statement)} />
          </Card>
        </View>
        <Lines
          title="Chiffres à saisir"
          headers={['Rubrique', 'Au centime', 'En euros entiers']}
          lines={listCnmFigures(statement).map(({ label, exact, wholeEuros }) => [label, exact, wholeEuros])}
        />
        <TaxDetail statement={statement} />
      </TaxPage>
    </TaxDocument>
  );
}

/** The bytes of the summary, tagged for screen readers. */
export function renderCnmStatement(statement: TaxStatement): Promise<Uint8Array> {
  return renderTaggedPdf(<CnmStatement statement={statement} />);
}

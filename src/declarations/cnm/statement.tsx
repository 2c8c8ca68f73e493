import { renderToBuffer, View } from '@react-pdf/renderer';
import { formatDate } from '@/i18n/format';
import { pickFontFamilies } from '../fonts';
import { Fields, Lines, Notes, PerformancesTable, TaxDocument, TaxPage } from '../tax-parts';
import type { TaxStatement } from '../tax-statement';
import { listOrganizerRows, listTaxNotes, listTaxSteps, toTaxTableTotals } from '../tax-text';
import { Card } from '../sacem/parts';
import { styles } from '../sacem/styles';
import { listCnmFigures, listCnmShowRows } from './figures';

const title = 'Taxe sur les spectacles de variétés';

/** What to enter on the site of the CNM, in its order: who, what, the figures, the tax and its steps, every performance. */
function CnmStatement({ statement }: { statement: TaxStatement }) {
  const fontFamily = pickFontFamilies(JSON.stringify(statement));
  return (
    <TaxDocument statement={statement} title={title}>
      <TaxPage statement={statement} fontFamily={fontFamily} bookmark="Récapitulatif" title={title}>
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

/** The bytes of the summary. */
export async function renderCnmStatement(statement: TaxStatement): Promise<Uint8Array> {
  return new Uint8Array(await renderToBuffer(<CnmStatement statement={statement} />));
}

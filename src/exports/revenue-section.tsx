import { View } from '@react-pdf/renderer';
import { otherRevenueKinds } from '@/domain/declaration/bounds';
import type { DeclarationTotals } from '@/domain/declaration/totals';
import { AmountsRow, AmountsTable, Heading } from '@/declarations/pdf/parts';
import { styles } from '@/declarations/pdf/styles';
import { otherRevenueLabels } from '@/i18n/labels';

/** Revenue by origin, and its total. Side revenue that is nothing takes no line. */
export function RevenueSection({ totals }: { totals: DeclarationTotals }) {
  const side = otherRevenueKinds.filter((kind) => totals.otherRevenue[kind].includingTaxesCents > 0);
  return (
    <View style={styles.section}>
      <Heading>Recettes</Heading>
      <AmountsTable title="Origine">
        <AmountsRow label="Billetterie" total={totals.ticketing} />
        {side.map((kind) => (
          <AmountsRow key={kind} label={otherRevenueLabels[kind]} total={totals.otherRevenue[kind]} />
        ))}
        <AmountsRow label="Total des recettes" total={totals.revenue} kind="total" />
      </AmountsTable>
    </View>
  );
}

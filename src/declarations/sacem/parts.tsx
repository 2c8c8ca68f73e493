import type { ReactNode } from 'react';
import { Text, View } from '@react-pdf/renderer';
import { formatAmount } from '@/i18n/format';
import type { Total } from '@/domain/declaration/totals';
import { toPrintableText } from '../printable-text';
import { styles } from './styles';

/** A label above its value; nothing when there is no value. */
export function Field({ label, children }: { label: string; children: string | null }) {
  if (children === null || children === '') return null;
  return (
    <View style={styles.field} wrap={false}>
      <Text style={styles.label}>{label}</Text>
      <Text style={styles.value}>{toPrintableText(children)}</Text>
    </View>
  );
}

export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View style={styles.card}>
      <Text style={styles.heading}>{title}</Text>
      {children}
    </View>
  );
}

const amountWidths = { label: '46%', amount: '18%' };

export function AmountsHeader({ title }: { title: string }) {
  return (
    <View style={styles.headerRow}>
      <Text style={[styles.headerCell, { width: amountWidths.label }]}>{title}</Text>
      {['Montant HT', 'TVA', 'Montant TTC'].map((header) => (
        <Text key={header} style={[styles.headerCell, { width: amountWidths.amount, textAlign: 'right' }]}>
          {header}
        </Text>
      ))}
    </View>
  );
}

type AmountsRowProps = { label: string; total: Total; kind?: 'line' | 'part' | 'subtotal' | 'total' };

/** HT, VAT and TTC of one origin. A `part` is inside the line above it, a `subtotal` and a `total` add lines up. */
export function AmountsRow({ label, total, kind = 'line' }: AmountsRowProps) {
  const isSum = kind === 'subtotal' || kind === 'total';
  const text = [kind === 'part' ? styles.quiet : {}, isSum ? styles.strong : {}];
  const amounts = [total.excludingTaxesCents, total.vatCents, total.includingTaxesCents];
  return (
    <View
      style={kind === 'total' ? styles.totalRow : [styles.row, kind === 'subtotal' ? styles.subtotalRow : {}]}
      wrap={false}
    >
      <View style={[{ width: amountWidths.label }, kind === 'part' ? styles.indented : {}]}>
        <Text style={text}>{label}</Text>
      </View>
      {amounts.map((cents, index) => (
        <Text key={index} style={[styles.figures, ...text, { width: amountWidths.amount }]}>
          {formatAmount(cents)}
        </Text>
      ))}
    </View>
  );
}

type FooterProps = { title: string; pageNumber?: number; totalPages?: number; isLandscape?: boolean };

/** On every page: whose statement it is, and which page of how many. */
export function Footer({ title, pageNumber, totalPages, isLandscape = false }: FooterProps) {
  return (
    <View style={[styles.footer, isLandscape ? styles.footerLandscape : {}]}>
      <Text style={styles.footerTitle}>{toPrintableText(title)}</Text>
      <Text style={styles.footerPage}>{`Page ${pageNumber} sur ${totalPages}`}</Text>
    </View>
  );
}

import type { ReactNode } from 'react';
import { View } from '@react-pdf/renderer';
import { formatAmount } from '@/i18n/format';
import type { Total } from '@/domain/declaration/totals';
import { type Tag, TaggedText, TaggedView } from './tagged';
import { toPrintableText } from '../printable-text';
import { styles } from './styles';

export const columnHeader: Tag = { role: 'TH', scope: 'Column' };
export const rowHeader: Tag = { role: 'TH', scope: 'Row' };

/** Characters that stay on one page with their label; an endless text goes over it. */
const heldTogether = 600;

/** A label above its value; nothing when there is no value. */
export function Field({ label, children }: { label: string; children: string | null }) {
  if (children === null || children === '') return null;
  return (
    <TaggedView style={styles.field} wrap={children.length > heldTogether} tag={{ role: 'P' }}>
      <TaggedText style={styles.label}>{label}</TaggedText>
      <TaggedText style={styles.value}>{toPrintableText(children)}</TaggedText>
    </TaggedView>
  );
}

export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View style={styles.card}>
      <Heading>{title}</Heading>
      {children}
    </View>
  );
}

/** Of a section; the title of the document is the only one above. */
export function Heading({ children }: { children: string }) {
  return (
    <TaggedText style={styles.heading} tag={{ role: 'H2' }} minPresenceAhead={20}>
      {children}
    </TaggedText>
  );
}

/** Lines of amounts under one header, read as a table. */
export function AmountsTable({ title, children }: { title: string; children: ReactNode }) {
  return (
    <TaggedView tag={{ role: 'Table' }}>
      <AmountsHeader title={title} />
      {children}
    </TaggedView>
  );
}

const amountWidths = { label: '46%', amount: '18%' };

function AmountsHeader({ title }: { title: string }) {
  return (
    <TaggedView style={styles.headerRow} tag={{ role: 'TR' }}>
      <TaggedText style={[styles.headerCell, { width: amountWidths.label }]} tag={columnHeader}>
        {title}
      </TaggedText>
      {['Montant HT', 'TVA', 'Montant TTC'].map((header) => (
        <TaggedText
          key={header}
          style={[styles.headerCell, { width: amountWidths.amount, textAlign: 'right' }]}
          tag={columnHeader}
        >
          {header}
        </TaggedText>
      ))}
    </TaggedView>
  );
}

type AmountsRowProps = { label: string; total: Total; kind?: 'line' | 'part' | 'subtotal' | 'total' };

/** HT, VAT and TTC of one origin. A `part` is inside the line above it, a `subtotal` and a `total` add lines up. */
export function AmountsRow({ label, total, kind = 'line' }: AmountsRowProps) {
  const isSum = kind === 'subtotal' || kind === 'total';
  const text = [kind === 'part' ? styles.quiet : {}, isSum ? styles.strong : {}];
  const amounts = [total.excludingTaxesCents, total.vatCents, total.includingTaxesCents];
  return (
    <TaggedView
      tag={{ role: 'TR' }}
      style={kind === 'total' ? styles.totalRow : [styles.row, kind === 'subtotal' ? styles.subtotalRow : {}]}
      wrap={false}
    >
      <TaggedView style={[{ width: amountWidths.label }, kind === 'part' ? styles.indented : {}]} tag={rowHeader}>
        <TaggedText style={text}>{label}</TaggedText>
      </TaggedView>
      {amounts.map((cents, index) => (
        <TaggedText key={index} style={[styles.figures, ...text, { width: amountWidths.amount }]} tag={{ role: 'TD' }}>
          {formatAmount(cents)}
        </TaggedText>
      ))}
    </TaggedView>
  );
}

type FooterProps = { title: string; pageNumber?: number; totalPages?: number; isLandscape?: boolean };

/** On every page: whose statement it is, and which page of how many. */
export function Footer({ title, pageNumber, totalPages, isLandscape = false }: FooterProps) {
  return (
    <TaggedView style={[styles.footer, isLandscape ? styles.footerLandscape : {}]} tag="Artifact">
      <TaggedText style={styles.footerTitle}>{toPrintableText(title)}</TaggedText>
      <TaggedText style={styles.footerPage}>{`Page ${pageNumber} sur ${totalPages}`}</TaggedText>
    </TaggedView>
  );
}

export function ListItem({ children }: { children: string }) {
  return (
    <TaggedView tag={{ role: 'LI' }} style={styles.item}>
      <TaggedText tag={{ role: 'LBody' }}>{toPrintableText(children)}</TaggedText>
    </TaggedView>
  );
}

import { StyleSheet } from '@react-pdf/renderer';

/** Colours of the French State design system, dark enough to be printed in black and white. */
export const colors = {
  ink: '#161616',
  quiet: '#5a5a5a',
  blue: '#000091',
  line: '#cecece',
  faint: '#f5f5fe',
} as const;

/** Points; figures have the same width so that columns of amounts line up. */
export const styles = StyleSheet.create({
  page: {
    paddingTop: 36,
    paddingBottom: 52,
    paddingHorizontal: 40,
    fontSize: 9,
    color: colors.ink,
  },
  landscape: { paddingHorizontal: 32 },
  // A line height is counted from the size of letters of its own node, so each size comes with its own.
  body: { fontSize: 9, lineHeight: 1.35 },
  dense: { fontSize: 8, lineHeight: 1.3 },
  figures: { fontFeatureSettings: ['tnum'], textAlign: 'right' },

  banner: { flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-end', marginBottom: 4 },
  organism: { fontSize: 11, lineHeight: 1.2, fontWeight: 700, color: colors.blue },
  date: { color: colors.quiet },
  title: { fontSize: 20, fontWeight: 700, color: colors.blue, lineHeight: 1.2 },
  subtitle: { fontSize: 13, fontWeight: 500, marginTop: 4, lineHeight: 1.3 },
  correction: { marginTop: 8, fontSize: 11, lineHeight: 1.35, fontWeight: 700 },
  notice: { marginTop: 8, color: colors.quiet, fontSize: 8, lineHeight: 1.35 },

  columns: { flexDirection: 'row', gap: 20, marginTop: 18 },
  card: { flex: 1, borderTopWidth: 2, borderTopColor: colors.blue, paddingTop: 8 },
  heading: { fontSize: 11, lineHeight: 1.3, fontWeight: 700, color: colors.blue, marginBottom: 6 },
  field: { marginBottom: 6 },
  label: { fontSize: 7.5, lineHeight: 1.3, color: colors.quiet },
  value: { fontSize: 9.5, lineHeight: 1.3 },

  section: { marginTop: 18 },
  row: { flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: colors.line, paddingVertical: 3.5 },
  headerRow: {
    flexDirection: 'row',
    alignItems: 'flex-end',
    borderBottomWidth: 1,
    borderBottomColor: colors.blue,
    paddingBottom: 3,
  },
  headerCell: { fontSize: 7.5, fontWeight: 500, color: colors.quiet, lineHeight: 1.2 },
  subtotalRow: { backgroundColor: colors.faint },
  totalRow: {
    flexDirection: 'row',
    backgroundColor: colors.faint,
    borderTopWidth: 1,
    borderTopColor: colors.blue,
    paddingVertical: 4,
  },
  strong: { fontWeight: 700 },
  quiet: { color: colors.quiet },
  indented: { paddingLeft: 10 },
  item: { marginBottom: 2 },

  certificate: { marginTop: 22, borderLeftWidth: 3, borderLeftColor: colors.blue, paddingLeft: 10, paddingVertical: 2 },
  signature: { marginTop: 8, marginBottom: 2, fontSize: 11, lineHeight: 1.3, fontWeight: 700 },

  footer: {
    position: 'absolute',
    bottom: 22,
    left: 40,
    right: 40,
    flexDirection: 'row',
    gap: 20,
    fontSize: 7.5,
    color: colors.quiet,
    borderTopWidth: 0.5,
    borderTopColor: colors.line,
    paddingTop: 6,
  },
  /** What the first page says whole. */
  oneLine: { maxLines: 1, textOverflow: 'ellipsis' },
  footerTitle: { flex: 1, maxLines: 1, textOverflow: 'ellipsis' },
  footerPage: { width: 80, flexShrink: 0, textAlign: 'right' },
  footerLandscape: { left: 32, right: 32 },
});

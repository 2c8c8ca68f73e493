import { columnHeader, rowHeader } from './parts';
import { styles } from './styles';
import { TaggedText, TaggedView } from './tagged';
import { toPrintableText } from '../printable-text';

/** `width`: points. */
export type TableColumn = { readonly header: string; readonly width: number; readonly isFigure?: boolean };

type TableProps = {
  /** Unlike that of the other tables of its document. */
  name: string;
  columns: readonly TableColumn[];
  /** The first value of a row tells what the row is about. */
  rows: readonly (readonly string[])[];
  totals?: readonly string[];
};

/** One table over as many pages as it takes: its header is seen on each and read once. */
export function Table({ name, columns, rows, totals }: TableProps) {
  return (
    <TaggedView tag={{ role: 'Table', key: name }}>
      <TaggedView style={styles.headerRow} tag={{ role: 'TR', key: `${name}-header`, isRepeated: true }} fixed>
        <Cells columns={columns} values={columns.map(({ header }) => header)} kind="header" />
      </TaggedView>
      {rows.map((values, index) => (
        <TaggedView key={index} style={styles.row} wrap={false} tag={{ role: 'TR' }}>
          <Cells columns={columns} values={values} kind="line" />
        </TaggedView>
      ))}
      {totals && (
        <TaggedView style={styles.totalRow} wrap={false} tag={{ role: 'TR' }}>
          <Cells columns={columns} values={totals} kind="total" />
        </TaggedView>
      )}
    </TaggedView>
  );
}

const cellKinds = { header: styles.headerCell, line: {}, total: styles.strong } as const;

type CellsProps = Pick<TableProps, 'columns'> & { values: readonly string[]; kind: keyof typeof cellKinds };

function Cells({ columns, values, kind }: CellsProps) {
  return columns.map(({ width, isFigure = false }, index) => {
    const followsFigure = !isFigure && columns[index - 1]?.isFigure === true;
    return (
      <TaggedText
        key={index}
        tag={kind === 'header' ? columnHeader : index === 0 ? rowHeader : { role: 'TD' }}
        style={[
          isFigure ? styles.figures : {},
          cellKinds[kind],
          { width, flexShrink: 0, ...(followsFigure ? { paddingLeft: 8 } : { paddingRight: 4 }) },
        ]}
      >
        {toPrintableText(values[index] ?? '')}
      </TaggedText>
    );
  });
}

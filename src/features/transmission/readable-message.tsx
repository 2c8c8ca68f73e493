import { CopyButton } from '@/components/actions/copy-button';
import type { ReadableMessageView } from '@/server/declarations/review-declaration.schema';
import styles from './transmission.module.css';

/** A message for machines, for the eyes: section by section, with its tables and their totals. */
export function ReadableMessage({ message }: { readonly message: ReadableMessageView }) {
  return (
    <div className={styles.message}>
      {message.sections.map(({ title, rows, isCopied, table }) => (
        <div key={title} role="group" aria-label={title}>
          <h3 className="fr-h6 fr-mb-1w">{title}</h3>
          {rows.length > 0 && (
            <dl className={styles.rows}>
              {rows.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {value} {isCopied && <CopyButton text={toCopied(value)} of={`${label}, ${title}`} />}
                  </dd>
                </div>
              ))}
            </dl>
          )}
          {table && <MessageTable title={title} table={table} />}
        </div>
      ))}
    </div>
  );
}

/** As a form takes it: figures without spaces nor unit. */
function toCopied(value: string): string {
  const isFigure = /^\d[\d\s]*(,\d+)?(\s€)?$/.test(value);
  return isFigure ? value.replace(/[\s€]/g, '') : value;
}

type Table = NonNullable<ReadableMessageView['sections'][number]['table']>;

function MessageTable({ title, table: { headers, rows, totals } }: { readonly title: string; readonly table: Table }) {
  return (
    <table className={styles.table}>
      <caption className="fr-sr-only">{title}</caption>
      <thead>
        <tr>
          {headers.map((header) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <TableRow key={row} cells={cells} headers={headers} />
        ))}
      </tbody>
      {totals && (
        <tfoot>
          <TableRow cells={totals} headers={headers} />
        </tfoot>
      )}
    </table>
  );
}

function TableRow({ cells, headers }: { readonly cells: readonly string[]; readonly headers: readonly string[] }) {
  return (
    <tr>
      {cells.map((cell, column) =>
        column === 0 ? (
          <th key={column} scope="row">
            {cell}
          </th>
        ) : (
          <td key={column} data-label={headers[column]}>
            {cell}
          </td>
        ),
      )}
    </tr>
  );
}

import { openExport } from '@/connectors/file/open-export';
import { readExport, type ImportReading } from '@/connectors/file/read-export';
import { recognizeMapping } from '@/connectors/file/recognize-mapping';
import type { ImportAnswers, ImportMapping } from '@/domain/ticketing/import/mapping';

const quiet = new AbortController().signal;

/** Reads an export as a person would: opened, recognised, answered. A text is a UTF-8 CSV. */
export async function readImport(
  content: string | Uint8Array,
  answers: Partial<ImportAnswers> = {},
  name = typeof content === 'string' ? 'export.csv' : 'export.xlsx',
): Promise<ImportReading & { readonly mapping: ImportMapping }> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const file = await openExport({ name, bytes }, quiet);
  const recognized = recognizeMapping(file);
  const mapping = { ...recognized, answers: { ...recognized.answers, ...answers } };
  return { ...(await readExport(file, mapping, { signal: quiet })), mapping };
}

import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command } from 'commander';
import { type ConnectorWarning } from '@/connectors/connector';
import { ExportRefusal } from '@/spreadsheet/export-refusal';
import { maxExportBytes } from '@/spreadsheet/limits';
import { openExport } from '@/connectors/file/open-export';
import { readExport } from '@/connectors/file/read-export';
import { recognizeMapping } from '@/connectors/file/recognize-mapping';
import { importMappingSchema, type ImportAnswers, type ImportMapping } from '@/domain/ticketing/import/mapping';
import { type ImportNeed, type ImportedSeries, type UnreadableRow } from '@/domain/ticketing/import/reading';
import { formatAmount } from '@/i18n/format';

type Options = {
  readonly file: string;
  readonly mapping?: string;
  readonly seriesName?: string;
  readonly startAt?: string;
  readonly taxRateBp?: string;
  readonly json?: true;
};

/** The document of `import preview --json`. */
type Preview = {
  readonly series: readonly ImportedSeries[];
  readonly requests: 0;
  readonly warnings: readonly ConnectorWarning[];
  readonly unreadableRows: readonly UnreadableRow[];
  readonly needs: readonly ImportNeed[];
  readonly mapping: ImportMapping;
};

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** `import preview`: reads one export of any ticketing software and prints what it understood. No database. */
export function registerImportPreview(program: Command): void {
  const group = program.commands.find((command) => command.name() === 'import') ?? program.command('import');
  group
    .command('preview')
    .description('montre ce qu’un export de billetterie contient, sans rien enregistrer')
    .requiredOption('--file <fichier>', 'export CSV ou XLSX')
    .option('--mapping <fichier>', 'correspondance des colonnes (JSON), telle que cette commande l’écrit')
    .option('--series-name <nom>', 'nom du spectacle, si le fichier ne le dit pas')
    .option('--start-at <date>', 'date de la représentation, ou heure de début, si le fichier ne la dit pas (ISO 8601)')
    .option('--tax-rate-bp <taux>', 'taux de TVA en points de base (550 pour 5,5 %), si le fichier ne le dit pas')
    .option('--json', 'écrit un seul document JSON')
    .action((options: Options, command: Command) => previewImport(options, command));
}

async function previewImport(options: Options, command: Command): Promise<void> {
  const answers = readAnswers(options, command);
  const remembered = options.mapping === undefined ? null : await readMapping(options.mapping, command);
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort(new Error('interrompu')));
  try {
    const bytes = await readBytes(options.file, command);
    const file = await openExport({ name: basename(options.file), bytes }, interruption.signal);
    const recognized = recognizeMapping(file, remembered);
    const mapping = { ...recognized, answers: { ...recognized.answers, ...answers } };
    const { series, warnings, unreadableRows, needs } = await readExport(file, mapping, {
      signal: interruption.signal,
    });
    const preview: Preview = { series, requests: 0, warnings, unreadableRows, needs, mapping };
    process.stdout.write(options.json ? `${JSON.stringify(preview)}\n` : toText(preview));
  } catch (error) {
    if (!(error instanceof ExportRefusal)) throw error;
    const document = { error: { code: error.reason, message: error.sentence, retryable: false } };
    if (options.json) process.stdout.write(`${JSON.stringify(document)}\n`);
    process.stderr.write(`${error.sentence} (${error.reason})\n`);
    process.exitCode = 1;
  }
}

function readAnswers({ seriesName, startAt, taxRateBp }: Options, command: Command): Partial<ImportAnswers> {
  const instant = startAt === undefined ? null : new Date(startAt);
  if (startAt !== undefined && (!isoInstant.test(startAt) || Number.isNaN(instant?.getTime()))) {
    command.error('--start-at n’est pas une date ISO 8601 avec son fuseau, par exemple 2026-06-26T20:30:00+02:00', {
      exitCode: 2,
    });
  }
  if (taxRateBp !== undefined && (!/^\d{1,5}$/.test(taxRateBp) || Number(taxRateBp) > 10_000)) {
    command.error('--tax-rate-bp est un nombre entier de points de base, par exemple 550', { exitCode: 2 });
  }
  if (seriesName !== undefined && seriesName.trim() === '') command.error('--series-name est vide', { exitCode: 2 });
  return {
    ...(seriesName === undefined ? {} : { seriesName: seriesName.trim() }),
    ...(instant === null ? {} : { startAt: instant.toISOString() }),
    ...(taxRateBp === undefined ? {} : { taxRateBp: Number(taxRateBp) }),
  };
}

/** Refused by its size before it is read. */
async function readBytes(path: string, command: Command): Promise<Buffer> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return command.error('le fichier n’existe pas ou ne peut pas être lu', { exitCode: 2 });
  if (found.size > maxExportBytes) throw new ExportRefusal('too-large');
  return readFile(path);
}

async function readMapping(path: string, command: Command): Promise<ImportMapping> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const parsed = importMappingSchema.safeParse(readJson(text));
  return parsed.success
    ? parsed.data
    : command.error('--mapping n’est pas une correspondance écrite par cette commande', { exitCode: 2 });
}

/** The mapping alone, or the whole document that holds it. */
function readJson(text: string): unknown {
  try {
    const document: unknown = JSON.parse(text);
    return typeof document === 'object' && document !== null && 'mapping' in document ? document.mapping : document;
  } catch {
    return null;
  }
}

function toText({ series, warnings, unreadableRows, needs }: Preview): string {
  const lines = series.flatMap(({ name, performances }) => [
    name,
    ...performances.map((performance) => {
      const { startAt, paidTickets, freeTickets, includingTaxesCents, excludingTaxesCents } = performance;
      const untaxed = excludingTaxesCents === null ? 'HT inconnu' : `${formatAmount(excludingTaxesCents)} HT`;
      const amounts = `${formatAmount(includingTaxesCents)} TTC, ${untaxed}`;
      return `  ${startAt}  ${paidTickets} payants, ${freeTickets} gratuits, ${amounts}`;
    }),
  ]);
  const notes = [
    ...needs.map(({ code, detail }) => `À préciser : ${detail} (${code})`),
    ...warnings.map(({ detail }) => `Attention : ${detail}`),
    ...unreadableRows.map(({ row, reason }) => `Ligne ${row} : ${reason}`),
  ];
  return `${[...lines, ...notes, `${series.length} spectacles`].join('\n')}\n`;
}

import { type Command, Option } from 'commander';
import { collectPreview, type Preview } from '../ticketing/collect-preview';
import { type ConnectorContext } from '@/connectors/connector';
import { connectableSystems, descriptors, type ConnectableSystem } from '@/connectors/descriptors';
import { toFirstSince } from '@/connectors/first-synchronization';
import { isRetryable } from '@/connectors/is-retryable';
import { createMemoryQuota } from '@/connectors/quota';
import { connectors } from '@/connectors/registry';
import { wait } from '@/connectors/wait';
import { AppError } from '@/domain/errors';
import { errorTexts } from '@/i18n/errors';
import { formatAmount } from '@/i18n/format';

type Options = {
  readonly system: ConnectableSystem;
  readonly accessKey?: string;
  readonly secretKey?: string;
  readonly since?: string;
  readonly json?: true;
};

const isoDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/;

/** `ticketing preview`: runs one connector against its vendor and prints what it understood. No database. */
export function registerTicketingPreview(program: Command): void {
  const group = program.commands.find((command) => command.name() === 'ticketing') ?? program.command('ticketing');
  group
    .command('preview')
    .description('montre ce qu’une billetterie renvoie, sans rien enregistrer')
    .addOption(new Option('--system <système>', 'billetterie').choices(connectableSystems).makeOptionMandatory())
    .addOption(new Option('--access-key <clé>', 'identifiant, ou nom de domaine').env('TICKETING_ACCESS_KEY'))
    .addOption(new Option('--secret-key <clé>', 'clé secrète').env('TICKETING_SECRET_KEY'))
    .option('--since <date>', 'ventes changées depuis (ISO 8601) ; 13 mois par défaut')
    .option('--json', 'écrit un seul document JSON')
    .action((options: Options, command: Command) => previewTicketing(options, command));
}

async function previewTicketing(options: Options, command: Command): Promise<void> {
  const now = new Date();
  const since = options.since === undefined ? toFirstSince(now) : readInstant(options.since);
  const needsAccessKey = descriptors[options.system].accessKey !== null;
  if (since === null)
    command.error('--since n’est pas une date ISO 8601, par exemple 2026-01-31T00:00:00Z', { exitCode: 2 });
  if (needsAccessKey && !options.accessKey)
    command.error('il manque --access-key (ou TICKETING_ACCESS_KEY)', { exitCode: 2 });
  if (!options.secretKey) command.error('il manque --secret-key (ou TICKETING_SECRET_KEY)', { exitCode: 2 });
  try {
    const preview = await collectPreview(connectors[options.system], createContext(options), since);
    process.stdout.write(options.json ? `${JSON.stringify(preview)}\n` : toText(preview));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { title } = errorTexts[error.code];
    const document = { error: { code: error.code, message: title, retryable: isRetryable(error.code) } };
    if (options.json) process.stdout.write(`${JSON.stringify(document)}\n`);
    process.stderr.write(`${descriptors[options.system].label} : ${title} (${error.code}, ${error.message})\n`);
    process.exitCode = 1;
  }
}

function createContext({ system, accessKey = '', secretKey = '' }: Options): ConnectorContext {
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort(new AppError('unavailable', 'interrupted')));
  const credentials = { accessKey, secretKey };
  const clock = { now: () => new Date(), wait };
  return {
    credentials,
    baseUrl: process.env[`${system.toUpperCase()}_API_BASE_URL`] || connectors[system].vendorBaseUrl(credentials),
    quota: createMemoryQuota(descriptors[system].quota, clock),
    signal: interruption.signal,
    allowPrivateNetwork: process.env.ALLOW_PRIVATE_NETWORK === 'true',
    ...clock,
  };
}

/** A day alone begins at midnight UTC; a time needs its zone, or it would mean something else on another machine. */
function readInstant(text: string): Date | null {
  const instant = new Date(text);
  return isoDate.test(text) && !Number.isNaN(instant.getTime()) ? instant : null;
}

function toText({ series, requests, warnings }: Preview): string {
  const lines = series.flatMap(({ id, name, performances }) => [
    `${name} (${id})`,
    ...performances.map((performance) => {
      const { startAt, paidTickets, freeTickets, includingTaxesCents, excludingTaxesCents } = performance;
      const amounts = `${formatAmount(includingTaxesCents)} TTC, ${formatAmount(excludingTaxesCents)} HT`;
      return `  ${startAt}  ${paidTickets} payants, ${freeTickets} gratuits, ${amounts}`;
    }),
  ]);
  const notes = warnings.map(({ detail }) => `Attention : ${detail}`);
  return `${[...lines, ...notes, `${series.length} spectacles, ${requests} requêtes`].join('\n')}\n`;
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { AppError } from '@/domain/errors';
import { type OutputOptions, withServer } from '../administration/with-server';

type Options = OutputOptions & {
  readonly organism: 'sacem' | 'sacd';
  readonly file: string;
  readonly dryRun?: true;
  readonly force?: true;
};

const organisms = { sacem: 'SACEM', sacd: 'SACD' } as const;

/** `agencies sync`: makes the list of agencies that of a file, all of it or nothing. */
export function registerAgenciesSync(program: Command): void {
  program
    .command('agencies')
    .description('délégations des organismes')
    .command('sync')
    .description('met à jour les délégations d’un organisme depuis son fichier')
    .addOption(new Option('--organism <organisme>', 'organisme').choices(['sacem', 'sacd']).makeOptionMandatory())
    .requiredOption('--file <fichier>', 'fichier CSV ou XLSX')
    .option('--dry-run', 'compte sans rien écrire')
    .option('--force', 'accepte un fichier qui retire plus d’un cinquième des délégations')
    .option('--json', 'écrit un seul document JSON')
    .action((options: Options) =>
      withServer(
        options,
        () => synchronize(options),
        ({ added, updated, removed, conflicts, unreadableRows, repairedRows }) =>
          [
            ...conflicts.map(
              ({ code, emails }) => `code ${code} : demandé par ${emails.join(', ')}, donné à ${emails[0]}`,
            ),
            ...unreadableRows.map(
              ({ row, reason }) => `ligne ${row} : ${reason === 'code' ? 'code' : 'adresse'} illisible`,
            ),
            ...repairedRows.map(({ row, read, codes }) => `ligne ${row} : « ${read} » lu ${codes.join(', ')}`),
            `added ${added}, updated ${updated}, removed ${removed}`,
          ].join('\n'),
      ),
    );
}

async function synchronize({ organism, file, dryRun, force }: Options) {
  const [{ synchronizeAgencies }, { database }] = await Promise.all([
    import('@/server/agencies/synchronize-agencies'),
    import('@/server/db/client'),
  ]);
  const bytes = await readFile(file).catch(() => {
    throw new AppError('invalid-input', `le fichier ${file} ne peut pas être lu`);
  });
  return synchronizeAgencies(database(), organisms[organism], bytes, {
    dryRun: dryRun ?? false,
    force: force ?? false,
    by: { id: null, name: 'cli' },
    fileName: path.basename(file),
  });
}

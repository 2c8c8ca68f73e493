import { type Command } from 'commander';
import { toTable } from '../administration/to-table';
import { type OutputOptions, withServer } from '../administration/with-server';
import { ticketingSystemLabels } from '@/i18n/ticketing-systems';

type Listed = Awaited<ReturnType<typeof list>>['connections'][number];

const states: Readonly<Record<Listed['state'], string>> = {
  'never-synchronized': 'jamais synchronisée',
  healthy: 'à jour',
  running: 'en cours',
  failing: 'en échec',
  disconnected: 'déconnectée',
};

/** `connections list`: every ticketing connection with its health, as the cards of the screen tell it; never a key. */
export function registerConnectionsList(program: Command): void {
  program
    .command('connections')
    .description('billetteries connectées')
    .command('list')
    .description('liste les billetteries connectées, leur état, leurs passages et leur dernière erreur')
    .option('--json', 'écrit un seul document JSON')
    .action((options: OutputOptions) =>
      withServer(options, list, ({ connections }) => `${toText(connections)}\n${connections.length} connexions`),
    );
}

/** Instants are ISO-8601 UTC, as in the logs. */
function toText(connections: readonly Listed[]): string {
  const titles = ['Identifiant', 'Structure', 'Billetterie', 'État', 'Dernière réussite', 'Prochain passage'];
  const rows = connections.map((connection) => [
    connection.id,
    connection.organization,
    `${ticketingSystemLabels[connection.system]} (${connection.label})`,
    states[connection.state],
    connection.lastSuccessAt ?? 'jamais',
    connection.nextRunAt ?? 'aucun',
    connection.lastErrorCode === null ? 'aucune' : `${connection.lastErrorCode}, ${connection.lastErrorAt}`,
  ]);
  return toTable([...titles, 'Dernière erreur'], rows);
}

async function list() {
  const [{ database }, { toState }] = await Promise.all([
    import('@/server/db/client'),
    import('@/server/ticketing/load-connections'),
  ]);
  const rows = await database().ticketingConnection.findMany({
    select: {
      id: true,
      system: true,
      label: true,
      disconnectedAt: true,
      lastSuccessAt: true,
      lastErrorAt: true,
      lastErrorCode: true,
      consecutiveFailures: true,
      nextRunAt: true,
      organization: { select: { name: true } },
      runs: { select: { state: true }, orderBy: { createdAt: 'desc' }, take: 1 },
    },
    orderBy: [{ organization: { name: 'asc' } }, { id: 'asc' }],
  });
  return {
    connections: rows.map(({ organization, runs: [run], ...row }) => ({
      id: row.id,
      organization: organization.name,
      system: row.system,
      label: row.label,
      state: toState(row, run ?? null),
      lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
      nextRunAt: row.nextRunAt?.toISOString() ?? null,
      lastErrorAt: row.lastErrorAt?.toISOString() ?? null,
      lastErrorCode: row.lastErrorCode,
      consecutiveFailures: row.consecutiveFailures,
    })),
  };
}

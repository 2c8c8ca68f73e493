import { type Command } from 'commander';
import { type OutputOptions, withServer } from '../administration/with-server';

/** `jobs failed` and `jobs retry ID`: what the worker gave up, and giving it back. */
export function registerJobs(program: Command): void {
  const group = program.command('jobs').description('tâches de fond');
  group
    .command('failed')
    .description('liste les tâches dont toutes les tentatives ont échoué')
    .option('--json', 'écrit un seul document JSON')
    .action((options: OutputOptions) =>
      withServer(options, listFailed, ({ jobs }) =>
        [
          ...jobs.map(({ id, name, failedAt, reason }) => [id, name, failedAt, reason].join('\t')),
          `${jobs.length} tâches en échec`,
        ].join('\n'),
      ),
    );
  group
    .command('retry')
    .description('redonne toutes ses tentatives à une tâche en échec')
    .argument('<identifiant>', 'identifiant donné par « jobs failed »')
    .option('--json', 'écrit un seul document JSON')
    .action((id: string, options: OutputOptions) =>
      withServer(
        options,
        () => retry(id),
        () => `${id} : la tâche repart`,
      ),
    );
}

async function listFailed() {
  const { listFailedJobs } = await import('@/server/jobs/failed-jobs');
  const jobs = await listFailedJobs();
  return { jobs: jobs.map(({ failedAt, ...job }) => ({ ...job, failedAt: failedAt.toISOString() })) };
}

async function retry(id: string) {
  const { retryFailedJob } = await import('@/server/jobs/failed-jobs');
  await retryFailedJob(id);
  return { id };
}

import { type Command } from 'commander';
import { type OutputOptions, withServer } from '../administration/with-server';

/** `secrets rotate`: closes every key of a ticketing system again with the first of CREDENTIALS_KEYS. */
export function registerSecretsRotate(program: Command): void {
  program
    .command('secrets')
    .description('clés chiffrées')
    .command('rotate')
    .description('chiffre à nouveau les clés des billetteries avec la première clé de CREDENTIALS_KEYS')
    .option('--json', 'écrit un seul document JSON')
    .action((options: OutputOptions) =>
      withServer(
        options,
        async () => {
          const [{ rotateSecrets }, { database }] = await Promise.all([
            import('@/server/secrets/rotate-secrets'),
            import('@/server/db/client'),
          ]);
          return rotateSecrets(database());
        },
        ({ rotated, unchanged }) => `rotated ${rotated}, unchanged ${unchanged}`,
      ),
    );
}

import { type Command } from 'commander';
import { type OutputOptions, withServer } from '../administration/with-server';

const sentences = {
  created: 'compte créé : un courriel permet de choisir le mot de passe',
  promoted: 'cette personne est désormais administratrice',
  unchanged: 'cette personne était déjà administratrice',
};

/** `admin create`: makes an admin, of somebody known or not. */
export function registerAdminCreate(program: Command): void {
  program
    .command('admin')
    .description('administrateurs')
    .command('create')
    .description('donne le rôle d’administrateur à une adresse')
    .requiredOption('--email <adresse>', 'adresse e-mail')
    .option('--json', 'écrit un seul document JSON')
    .action((options: OutputOptions & { readonly email: string }) =>
      withServer(
        options,
        async () => {
          const [{ createAdmin }, { database }] = await Promise.all([
            import('@/server/auth/create-admin'),
            import('@/server/db/client'),
          ]);
          return { email: options.email, outcome: await createAdmin(database(), options.email) };
        },
        ({ email, outcome }) => `${email} : ${sentences[outcome]}`,
      ),
    );
}

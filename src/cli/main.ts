import { Command, CommanderError } from 'commander';
import { registerAdminCreate } from './commands/admin-create';
import { registerAgenciesSync } from './commands/agencies-sync';
import { registerConnectionsList } from './commands/connections-list';
import { registerDeclarationCheck } from './commands/declaration-check';
import { registerDeclarationRender } from './commands/declaration-render';
import { registerImportPreview } from './commands/import-preview';
import { registerJobs } from './commands/jobs';
import { registerSecretsRotate } from './commands/secrets-rotate';
import { registerTicketingPreview } from './commands/ticketing-preview';

/**
 * `npm run cli -- …`: one file per command in `commands/`. Exit 0: done; 1: expected failure, its reason in one line on stderr;
 * 2: wrong usage. With `--json` stdout holds one JSON document and nothing else.
 */
const program = new Command('cli').description('Commandes d’Assistant déclaration').exitOverride();
registerTicketingPreview(program);
registerImportPreview(program);
registerDeclarationRender(program);
registerDeclarationCheck(program);
registerAgenciesSync(program);
registerAdminCreate(program);
registerConnectionsList(program);
registerJobs(program);
registerSecretsRotate(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

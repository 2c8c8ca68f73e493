import { type Command } from 'commander';
import { checks } from '@/declarations/checks';
import { isBlocking } from '@/domain/declaration/issues';
import { describeIssue, toSection } from '@/i18n/declaration-issues';
import { formatCounted } from '@/i18n/format';
import { fail } from '../declaration/fail';
import { formatIssue } from '../declaration/format-issue';
import { organismOption, toOrganism } from '../declaration/organism-option';
import { readDeclaration } from '../declaration/read-declaration';

type Options = { readonly organism: string; readonly input: string; readonly json?: true };

/** `declaration check`: what is missing or wrong, and where it is typed. Exit 1 when something keeps it from being sent. No database. */
export function registerDeclarationCheck(program: Command): void {
  const group = program.commands.find((command) => command.name() === 'declaration') ?? program.command('declaration');
  group
    .command('check')
    .description('dit ce qui manque ou ne va pas pour cet organisme')
    .addOption(organismOption)
    .requiredOption('--input <fichier>', 'déclaration neutre, en JSON')
    .option('--json', 'écrit un seul document JSON')
    .action((options: Options) => checkDeclaration(options).catch((error: unknown) => fail(error, options)));
}

const severities = { missing: 'manque', wrong: 'erreur', warning: 'à vérifier' } as const;

async function checkDeclaration(options: Options): Promise<void> {
  const organism = toOrganism(options.organism);
  const declaration = await readDeclaration(options.input);
  // As of the moment of the declaration, so that the same file always gets the same answer.
  const issues = checks[organism](declaration, new Date(declaration.declaredAt));
  const blocking = issues.filter(isBlocking);
  if (options.json) {
    const described = issues.map((issue) => ({
      ...issue,
      section: toSection(issue.field),
      message: describeIssue(issue),
    }));
    process.stdout.write(`${JSON.stringify({ organism, complete: blocking.length === 0, issues: described })}\n`);
  } else {
    const lines = issues.map(
      (issue) => `${severities[issue.severity]} · ${toSection(issue.field)} · ${formatIssue(issue)}`,
    );
    process.stdout.write(
      `${[...lines, `${organism} : ${blocking.length === 0 ? 'complète' : 'incomplète'}`].join('\n')}\n`,
    );
  }
  if (blocking.length === 0) return;
  process.stderr.write(`${organism} : ${formatCounted(blocking.length, 'point')} à compléter ou à corriger\n`);
  process.exitCode = 1;
}

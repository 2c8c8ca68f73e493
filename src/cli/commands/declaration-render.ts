import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { type Command } from 'commander';
import { checks } from '@/declarations/checks';
import { type OrganismModule } from '@/declarations/organism';
import { AppError } from '@/domain/errors';
import { type Organism } from '@/domain/organism';
import { formatCounted } from '@/i18n/format';
import { fail } from '../declaration/fail';
import { formatIssue } from '../declaration/format-issue';
import { organismOption, toOrganism } from '../declaration/organism-option';
import { readDeclaration } from '../declaration/read-declaration';

type Options = { readonly organism: string; readonly input: string; readonly out: string; readonly json?: true };

/** `declaration render`: the exact bytes that would be sent, from a neutral declaration in a file. No database. */
export function registerDeclarationRender(program: Command): void {
  const group = program.commands.find((command) => command.name() === 'declaration') ?? program.command('declaration');
  group
    .command('render')
    .description('écrit le document qui serait envoyé, sans rien envoyer')
    .addOption(organismOption)
    .requiredOption('--input <fichier>', 'déclaration neutre, en JSON')
    .requiredOption('--out <fichier>', 'où écrire le document')
    .option('--json', 'écrit un seul document JSON')
    .action((options: Options) => renderDeclaration(options).catch((error: unknown) => fail(error, options)));
}

/** Loaded when asked: a renderer of PDF is heavy, and most commands need none. */
const modules: { readonly [Name in Organism]: () => Promise<OrganismModule> } = {
  SACEM: async () => (await import('@/declarations/sacem')).sacem,
  SACD: async () => (await import('@/declarations/sacd')).sacd,
  CNM: async () => (await import('@/declarations/cnm')).cnm,
  ASTP: async () => (await import('@/declarations/astp')).astp,
  SIBIL: async () => (await import('@/declarations/sibil')).sibil,
};

async function renderDeclaration(options: Options): Promise<void> {
  const organism = toOrganism(options.organism);
  const declaration = await readDeclaration(options.input);
  const [issue] = checks[organism](declaration, new Date(declaration.declaredAt));
  if (issue && issue.severity !== 'warning') {
    throw new AppError('declaration-incomplete', `déclaration incomplète : ${formatIssue(issue)}`);
  }
  const { bytes, contentType, filename } = await (await modules[organism]()).render(declaration);
  await write(options.out, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const result = { file: options.out, filename, contentType, bytes: bytes.byteLength, sha256 };
  const line = `${options.out} : ${contentType}, ${formatCounted(bytes.byteLength, 'octet')}, SHA-256 ${sha256}`;
  process.stdout.write(`${options.json ? JSON.stringify(result) : line}\n`);
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch {
    throw new AppError('invalid-input', `${file} : impossible d’écrire ce fichier`);
  }
}

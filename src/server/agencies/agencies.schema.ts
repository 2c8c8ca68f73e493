import * as z from 'zod/mini';
import { transmittableOrganisms } from '@/domain/organism';

/** Larger files are refused: the longest list, a line per town of France, weighs 1.6 MB. Base64 takes a third more. */
const maxAgenciesFileBytes = 2_000_000;
const maxBase64Characters = Math.ceil(maxAgenciesFileBytes / 3) * 4;

export const agenciesOfOrganism = z.object({ organism: z.enum(transmittableOrganisms) });

/** Without a postal code, every agency; with one, the agency that serves it. */
export const listAgenciesInput = z.extend(agenciesOfOrganism, {
  postalCode: z.optional(z.string().check(z.trim(), z.maxLength(20))),
});
export const listAgenciesOutput = z.object({
  total: z.int(),
  codes: z.int(),
  agencies: z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string(), codes: z.int() })),
});
export type AgenciesPage = z.infer<typeof listAgenciesOutput>;

export const agenciesFileInput = z.extend(agenciesOfOrganism, {
  fileName: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  /** CSV or XLSX, in base64. */
  content: z.base64().check(z.maxLength(maxBase64Characters)),
});

const entrySchema = z.object({ email: z.string(), codes: z.array(z.string()) });

export const compareAgenciesOutput = z.object({
  /** French sentence when the file cannot be read at all; the rest is then empty. */
  refusal: z.nullable(z.string()),
  current: z.int(),
  added: z.array(entrySchema),
  updated: z.array(entrySchema),
  removed: z.array(entrySchema),
  /** Codes that would lead to nobody any more. */
  lostCodes: z.int(),
  isSuspicious: z.boolean(),
  conflicts: z.array(z.object({ code: z.string(), emails: z.array(z.string()) })),
  unreadableRows: z.array(z.object({ row: z.int(), reason: z.enum(['code', 'email']) })),
  repairedRows: z.array(z.object({ row: z.int(), read: z.string(), codes: z.array(z.string()) })),
  fingerprint: z.string(),
});
export type AgenciesPreview = z.infer<typeof compareAgenciesOutput>;

/** Applies what was looked at. Errors: `stale-version` when the agencies changed since, `invalid-input` when `force` is needed. */
export const importAgenciesInput = z.extend(agenciesFileInput, { fingerprint: z.string(), force: z.boolean() });
export const importAgenciesOutput = z.object({ added: z.int(), updated: z.int(), removed: z.int() });

export const agenciesHistoryOutput = z.array(
  z.object({
    id: z.uuid(),
    at: z.iso.datetime(),
    by: z.string(),
    file: z.nullable(z.string()),
    added: z.int(),
    updated: z.int(),
    removed: z.int(),
    forced: z.boolean(),
  }),
);
export type AgenciesImport = z.infer<typeof agenciesHistoryOutput>[number];

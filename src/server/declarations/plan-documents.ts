import 'server-only';
import { planMails, selectDocuments } from '@/domain/documents';
import { type NeutralDeclaration } from '@/domain/declaration/neutral';
import { type Organism } from '@/domain/organism';
import { type ReadyDocument } from '@/server/attachments/list-ready-documents';

/** A document, and which of the mails to the organism carries it, from 1. */
export type PlannedDocument = ReadyDocument & { readonly mailNumber: number };

/** The documents that go to an organism, each in its mail; `areTooHeavy` when mail cannot carry them all. */
export function planDocuments(
  organism: Organism,
  documents: readonly ReadyDocument[],
): { readonly documents: readonly PlannedDocument[]; readonly areTooHeavy: boolean } {
  const selected = selectDocuments(organism, documents);
  const plan = planMails(selected.map(({ size }) => size));
  return {
    documents: selected.map((document, index) => ({ ...document, mailNumber: plan?.[index] ?? 1 })),
    areTooHeavy: plan === null,
  };
}

/** The same as the neutral declaration tells them. */
export function toNeutralDocuments(documents: readonly ReadyDocument[]): NeutralDeclaration['documents'] {
  return documents.map(({ type, name, contentType, size, sha256 }) => ({ type, name, contentType, size, sha256 }));
}

import { maxMailsPerDeclaration, planMails, selectDocuments } from '@/domain/documents';
import type { DocumentType } from '@/domain/declaration/bounds';
import type { Organism } from '@/domain/organism';
import { formatCounted } from '@/i18n/format';
import { formatSize } from '@/i18n/format-size';
import { organismLabels } from '@/i18n/labels';

/** For one organism, what of the documents goes to it and in how many mails; `isTooHeavy` when mail cannot carry them. */
export type Weight = { readonly organism: Organism; readonly sentence: string; readonly isTooHeavy: boolean };

/** What each organism that is written to will receive. Sizes are bytes. */
export function describeWeight(
  organisms: readonly Organism[],
  documents: readonly { readonly type: DocumentType; readonly size: number }[],
): Weight[] {
  return organisms.map((organism) => {
    const selected = selectDocuments(organism, documents);
    const label = organismLabels[organism];
    if (selected.length === 0) return { organism, sentence: `À la ${label}\u00a0: aucun document.`, isTooHeavy: false };
    const total = formatSize(selected.reduce((sum, { size }) => sum + size, 0));
    const what = `À la ${label}\u00a0: ${formatCounted(selected.length, 'document')}, ${total}`;
    const plan = planMails(selected.map(({ size }) => size));
    if (plan === null) {
      const sentence = `${what}. C’est plus que ${maxMailsPerDeclaration}\u00a0courriels ne peuvent porter\u00a0: retirez des documents ou réduisez-les.`;
      return { organism, sentence, isTooHeavy: true };
    }
    const mails = formatCounted(Math.max(...plan), 'courriel');
    return { organism, sentence: `${what}, en ${mails}.`, isTooHeavy: false };
  });
}

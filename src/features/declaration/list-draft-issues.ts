import { checks } from '@/declarations/checks';
import { toNeutralDeclaration } from '@/domain/declaration/to-neutral-declaration';
import type { ListIssues } from './use-issues';

/** Who declares does not matter to what is missing. */
const nobody = { firstname: '', lastname: '', email: '' };

/** What is missing for the chosen organisms, by their own checks: the same that the server runs before sending. */
export function listDraftIssues(now: Date): ListIssues {
  return (draft, organisms) => {
    const declaration = toNeutralDeclaration(draft, { declarant: nobody, documents: [], declaredAt: now, organisms });
    return organisms.flatMap((organism) => checks[organism](declaration, now));
  };
}

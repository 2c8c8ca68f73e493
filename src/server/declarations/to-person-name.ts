import 'server-only';
import { type SignedInUser } from '@/server/trpc/context';

/** A person as others see them: beside a correction, in the journal, on a submission. */
export function toPersonName({ firstname, lastname }: SignedInUser): string {
  return `${firstname} ${lastname}`.trim();
}

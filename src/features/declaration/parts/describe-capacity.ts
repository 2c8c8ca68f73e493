import { formatCounted } from '@/i18n/format';

/** `180 places`, or what stands for an unknown capacity. */
export function describeCapacity(capacity: number | null): string {
  return capacity === null ? 'jauge non précisée' : formatCounted(capacity, 'place');
}

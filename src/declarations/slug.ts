/**
 * A title as part of a file name: ASCII letters, digits and dashes, at most 80 characters; `spectacle` when nothing is left
 * (a title in another script or only in symbols).
 */
export function toSlug(title: string): string {
  const ascii = title
    .replace(/œ/giu, 'oe')
    .replace(/æ/giu, 'ae')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  const slug = ascii
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return slug || 'spectacle';
}

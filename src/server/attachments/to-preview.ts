import 'server-only';

/** Images that every browser shows. */
const shownImages = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

/** How a page shows a file of this type, told by its bytes; null when a browser could only download it. */
export function toPreview(contentType: string): 'image' | 'pdf' | null {
  if (contentType === 'application/pdf') return 'pdf';
  return shownImages.includes(contentType) ? 'image' : null;
}

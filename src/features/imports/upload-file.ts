import type { ErrorCode } from '@/domain/errors';
import { errorCodes } from '@/domain/errors';

/** The bound of the server, told before anything is sent. */
export const maxFileBytes = 30 * 1024 * 1024;

export type UploadOutcome =
  | { readonly ok: true; readonly importId: string }
  /** A sentence for the person, or a code that the screens know. */
  | { readonly ok: false; readonly refusal: string }
  | { readonly ok: false; readonly code: ErrorCode | 'offline' };

export type Upload = (file: File, onProgress: (share: number) => void) => Promise<UploadOutcome>;

/** Sends a file as it is; `onProgress` says which share of it left, from 0 to 1. Never rejects. */
export function uploadFile(
  organizationId: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    // The only way for a page to know how much of a body has left.
    const request = new XMLHttpRequest();
    request.open('POST', `/api/imports/${organizationId}?name=${encodeURIComponent(file.name)}`);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => resolve(readAnswer(request.response)));
    for (const event of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(event, () => resolve({ ok: false, code: 'offline' }));
    request.send(file);
  });
}

function readAnswer(answer: unknown): UploadOutcome {
  const { importId, refusal, code } = Object(answer) as Readonly<Record<string, unknown>>;
  if (typeof importId === 'string') return { ok: true, importId };
  if (typeof refusal === 'string') return { ok: false, refusal };
  return { ok: false, code: errorCodes.find((known) => known === code) ?? 'internal' };
}

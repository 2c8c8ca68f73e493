import type { DetailedError, Upload } from 'tus-js-client';
import type { DocumentType } from '@/domain/declaration/bounds';
import { type ErrorCode, errorCodes } from '@/domain/errors';

/** Why a file was not taken: a sentence for the person, or a code that the screens know. */
export type UploadFailure = { readonly refusal: string } | { readonly code: ErrorCode };

export type UploadEvents = {
  /** Bytes that the service holds. */
  readonly onProgress: (sent: number) => void;
  readonly onDone: () => void;
  readonly onFailure: (failure: UploadFailure) => void;
  /** The line is cut: it goes on when `resume` is called. */
  readonly onCut: () => void;
};

export type RunningUpload = {
  pause(): void;
  resume(): void;
  /** Gives up: what came is erased. */
  cancel(): void;
};

export type UploadTarget = {
  readonly organizationId: string;
  readonly seriesId: string;
  readonly type: DocumentType;
};

export type StartUpload = (file: File, target: UploadTarget, events: UploadEvents) => Promise<RunningUpload>;

/** A request per piece: its end is what a person sees moving, and a proxy that keeps bodies loses one at most. */
const pieceBytes = 1024 * 1024;

/**
 * Sends a file by tus. The same file chosen again for the same show, after a reload too, goes on where it was: the address of its
 * upload is kept in localStorage until it is whole.
 */
export const startUpload: StartUpload = async (file, { organizationId, seriesId, type }, events) => {
  const tus = await import('tus-js-client');
  const upload = new tus.Upload(file, {
    endpoint: '/api/attachments',
    metadata: { organizationId, seriesId, type, filename: file.name },
    chunkSize: pieceBytes,
    retryDelays: [0, 1_000, 3_000, 5_000],
    removeFingerprintOnSuccess: true,
    fingerprint: () => Promise.resolve(['document', seriesId, file.name, file.size, file.lastModified].join('-')),
    onShouldRetry: (error) => isPassing(toStatus(error)) && navigator.onLine,
    onProgress: (sent) => events.onProgress(sent),
    onSuccess: () => events.onDone(),
    onError: (error) => {
      if (error instanceof tus.DetailedError && error.originalResponse) {
        forget(upload);
        return events.onFailure(readFailure(error));
      }
      events.onCut();
    },
  });
  const [previous] = await upload.findPreviousUploads();
  if (previous) upload.resumeFromPreviousUpload(previous);
  upload.start();
  return {
    pause: () => void upload.abort(),
    resume: () => upload.start(),
    cancel: () => void upload.abort(true).catch(() => undefined),
  };
};

/** A file that was refused starts anew when it is chosen again. */
function forget(upload: Upload): void {
  void upload.findPreviousUploads().then((found) => {
    for (const { urlStorageKey } of found) window.localStorage.removeItem(urlStorageKey);
  });
}

function toStatus(error: DetailedError): number {
  return error.originalResponse?.getStatus() ?? 0;
}

/** No answer, an answer of ours that says trouble, or another request on the same file. */
function isPassing(status: number): boolean {
  return status === 0 || status === 409 || status === 423 || status >= 500;
}

function readFailure(error: DetailedError): UploadFailure {
  const { refusal, code } = parse(error.originalResponse?.getBody() ?? '');
  if (typeof refusal === 'string') return { refusal };
  return { code: errorCodes.find((known) => known === code) ?? 'internal' };
}

function parse(body: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(body)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

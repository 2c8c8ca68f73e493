'use client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { maxDocumentBytes, toDocumentFamily } from '@/domain/documents';
import type { RunningUpload, StartUpload, UploadFailure, UploadTarget } from './start-upload';

/** A file on its way. Sizes are bytes. */
export type PendingUpload = {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  /** `queued`: behind others; `cut`: the line is, it goes on by itself when it comes back. */
  readonly state: 'queued' | 'sending' | 'paused' | 'cut' | 'refused';
  readonly failure: UploadFailure | null;
};

export type Uploads = {
  readonly list: readonly PendingUpload[];
  add(files: readonly File[]): void;
  pause(key: number): void;
  resume(key: number): void;
  /** Gives up one that is on its way, or takes a refused one off the screen. */
  dismiss(key: number): void;
};

/** Files that leave at once; the others wait, so that none is slowed down by all. */
const maxAtOnce = 3;

/** How often a cut upload is tried again. */
const cutMilliseconds = 15_000;

/** Files being sent from this page. `onDone` is told each one that arrived; what was refused at once is never sent. */
export function useUploads(target: UploadTarget, startUpload: StartUpload, onDone: (name: string) => void): Uploads {
  const [list, setList] = useState<readonly PendingUpload[]>([]);
  const files = useRef(new Map<number, File>());
  const running = useRef(new Map<number, RunningUpload>());
  const started = useRef(new Set<number>());
  const nextKey = useRef(0);

  const change = (key: number, values: Partial<PendingUpload>) =>
    setList((uploads) => uploads.map((upload) => (upload.key === key ? { ...upload, ...values } : upload)));
  const forget = (key: number) => {
    files.current.delete(key);
    running.current.delete(key);
    started.current.delete(key);
  };
  const remove = (key: number) => {
    forget(key);
    setList((uploads) => uploads.filter((upload) => upload.key !== key));
  };

  const start = async (key: number, file: File) => {
    const fail = (failure: UploadFailure) => {
      forget(key);
      change(key, { state: 'refused', failure });
    };
    try {
      const upload = await startUpload(file, target, {
        onProgress: (sent) => change(key, { sent, state: 'sending' }),
        onDone: () => {
          remove(key);
          onDone(file.name);
        },
        onFailure: fail,
        onCut: () => change(key, { state: 'cut' }),
      });
      if (files.current.has(key)) running.current.set(key, upload);
      else upload.cancel();
    } catch {
      fail({ code: 'unavailable' });
    }
  };

  const startQueued = useEffectEvent(() => {
    const busy = list.filter(({ state }) => state === 'sending').length;
    const queued = list.filter(({ key, state }) => state === 'queued' && !started.current.has(key));
    for (const { key } of queued.slice(0, Math.max(0, maxAtOnce - busy))) {
      const file = files.current.get(key);
      if (!file) continue;
      started.current.add(key);
      change(key, { state: 'sending' });
      void start(key, file);
    }
  });
  useEffect(() => startQueued(), [list]);

  const resume = (key: number) => {
    const upload = running.current.get(key);
    if (!upload) return;
    change(key, { state: 'sending' });
    upload.resume();
  };
  const goOn = useEffectEvent(() => {
    for (const { key, state } of list) if (state === 'cut') resume(key);
  });
  useEffect(() => {
    const listener = () => goOn();
    window.addEventListener('online', listener);
    // A browser is online though the service is not: nothing tells when it is back.
    const timer = window.setInterval(() => navigator.onLine && goOn(), cutMilliseconds);
    return () => {
      window.removeEventListener('online', listener);
      window.clearInterval(timer);
    };
  }, []);

  return {
    list,
    add: (added) =>
      setList((uploads) => [
        ...uploads,
        ...added.map((file) => {
          nextKey.current += 1;
          const key = nextKey.current;
          const refusal = refuseEarly(file);
          if (refusal === null) files.current.set(key, file);
          return {
            key,
            name: file.name,
            size: file.size,
            sent: 0,
            state: refusal === null ? ('queued' as const) : ('refused' as const),
            failure: refusal === null ? null : { refusal },
          };
        }),
      ]),
    pause: (key) => {
      running.current.get(key)?.pause();
      change(key, { state: 'paused' });
    },
    resume,
    dismiss: (key) => {
      running.current.get(key)?.cancel();
      remove(key);
    },
  };
}

/** What the service would say, said before anything is sent. */
function refuseEarly(file: File): string | null {
  if (file.size === 0) return 'Ce fichier est vide.';
  if (file.size > maxDocumentBytes)
    return 'Ce fichier dépasse 5\u00a0Mo\u00a0: réduisez-le ou partagez-le en plusieurs.';
  if (toDocumentFamily(file.name) === null)
    return 'Ce type de fichier n’est pas accepté. Donnez un PDF, une image, un texte, un tableur ou une présentation, sans macro.';
  return null;
}

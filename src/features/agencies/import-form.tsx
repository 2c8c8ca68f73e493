'use client';
import { useId, useState } from 'react';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { UntilAlive } from '@/components/forms/until-alive';
import type { TransmittableOrganism } from '@/domain/organism';
import { toScreenError } from '@/features/screen-error';
import type { ScreenErrorCode } from '@/i18n/errors';
import { formatCounted } from '@/i18n/format';
import type { AgenciesPreview } from '@/server/agencies/agencies.schema';
import { ImportPreview } from './import-preview';
import { readBase64 } from './read-base64';

type File64 = { readonly fileName: string; readonly content: string };
type Counts = { readonly added: number; readonly updated: number; readonly removed: number };

export type ImportFormProps = {
  readonly organism: TransmittableOrganism;
  readonly onPreview: (file: File64) => Promise<AgenciesPreview>;
  readonly onImport: (file: File64 & { readonly fingerprint: string; readonly force: boolean }) => Promise<Counts>;
};

type State =
  | { readonly kind: 'empty' | 'busy' | 'too-large' | 'stale' }
  | { readonly kind: 'failed'; readonly code: ScreenErrorCode }
  | { readonly kind: 'previewed'; readonly file: File64; readonly preview: AgenciesPreview }
  | { readonly kind: 'done'; readonly counts: Counts };

const maxBytes = 2_000_000;
const headers = { SACEM: 'LOCAL, CP, Mail', SACD: 'Département, mail' } as const;

/** A file, what it would change, then yes or no. */
export function ImportForm({ organism, onPreview, onImport }: ImportFormProps) {
  const id = useId();
  const [state, setState] = useState<State>({ kind: 'empty' });
  const attempt = async (work: () => Promise<State>) => {
    setState({ kind: 'busy' });
    setState(await work().catch(toFailure));
  };
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    if (chosen.size > maxBytes) return setState({ kind: 'too-large' });
    void attempt(async () => {
      const file = { fileName: chosen.name, content: await readBase64(chosen) };
      return { kind: 'previewed', file, preview: await onPreview(file) };
    });
  };
  return (
    <>
      <div className="fr-upload-group app-narrow">
        <label className="fr-label" htmlFor={id}>
          Liste de l’organisme
          <span className="fr-hint-text">
            CSV ou XLSX, 2&nbsp;Mo au plus, avec les colonnes {headers[organism]}. Rien ne change avant votre accord.
          </span>
        </label>
        <UntilAlive>
          <input
            id={id}
            className="fr-upload"
            type="file"
            accept=".csv,.txt,.xlsx"
            onChange={({ target }) => {
              choose(target.files?.[0]);
              // The same file, mended, may be chosen again.
              target.value = '';
            }}
          />
        </UntilAlive>
      </div>
      <div role="status">
        {state.kind === 'busy' && <p>Lecture en cours…</p>}
        {state.kind === 'too-large' && <p>Ce fichier dépasse 2&nbsp;Mo&nbsp;: ce n’est pas la liste attendue.</p>}
        {state.kind === 'stale' && (
          <p>
            Les délégations ont changé depuis cet aperçu, rien n’a été importé&nbsp;: choisissez le fichier de nouveau.
          </p>
        )}
        {state.kind === 'done' && (
          <p>
            La liste est importée&nbsp;: {formatCounted(state.counts.added, 'ajoutée')},{' '}
            {formatCounted(state.counts.updated, 'modifiée')}, {formatCounted(state.counts.removed, 'retirée')}.
          </p>
        )}
      </div>
      {state.kind === 'failed' && <LazyErrorMessage code={state.code} takesFocus />}
      {state.kind === 'previewed' && (
        <ImportPreview
          fileName={state.file.fileName}
          preview={state.preview}
          onCancel={() => setState({ kind: 'empty' })}
          onConfirm={(force) => {
            const { file, preview } = state;
            void attempt(async () => ({
              kind: 'done',
              counts: await onImport({ ...file, fingerprint: preview.fingerprint, force }),
            }));
          }}
        />
      )}
    </>
  );
}

function toFailure(error: unknown): State {
  const { code } = toScreenError(error);
  return code === 'stale-version' ? { kind: 'stale' } : { kind: 'failed', code };
}

'use client';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { ActionForm } from '@/components/forms/action-form';
import { ErrorSummary } from '@/components/forms/error-summary';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { useFormErrors } from '@/components/forms/use-form-errors';
import { maxEditorLength } from '@/server/api-keys/api-key.schema';
import type { ScreenError } from '@/features/screen-error';
import type { ApiKeyScope } from '@/server/api-keys/api-key.schema';

export type NewKey = { readonly editor: string; readonly scopes: ApiKeyScope[] };

export type NewKeyFormProps = {
  readonly error: ScreenError | null;
  readonly isPending: boolean;
  readonly onCreate: (key: NewKey) => void;
};

/** For whom the key is, and whether it may read again what it sent. */
export function NewKeyForm({ error, isPending, onCreate }: NewKeyFormProps) {
  const { errors, attempt, toFieldId, show } = useFormErrors();
  const submit = (data: FormData) => {
    const editor = String(data.get('editor') ?? '').trim();
    if (isPending || !show(editor ? {} : { editor: 'Écrivez le nom de votre billetterie.' })) return;
    onCreate({ editor, scopes: data.has('read') ? ['figures:write', 'figures:read'] : ['figures:write'] });
  };
  return (
    <ActionForm autoComplete="off" aria-label="Nouvelle clé" onSubmit={submit}>
      <ErrorSummary errors={errors} attempt={attempt} toFieldId={toFieldId} />
      {error && !isPending && (
        <div className="fr-mb-3w">
          <LazyErrorMessage code={error.code} takesFocus />
        </div>
      )}
      <TextField
        id={toFieldId('editor')}
        name="editor"
        label="Nom de la billetterie ou de son éditeur"
        hint="Les clés d’un même nom alimentent les mêmes spectacles."
        maxLength={maxEditorLength}
        error={errors['editor']}
      />
      <div className="fr-checkbox-group fr-mb-3w">
        <input type="checkbox" id={toFieldId('read')} name="read" defaultChecked />
        <label className="fr-label" htmlFor={toFieldId('read')}>
          Permettre aussi de relire ce qui a été envoyé
        </label>
      </div>
      <SubmitButton isPending={isPending} pendingText="Création de la clé…">
        Créer une clé
      </SubmitButton>
    </ActionForm>
  );
}

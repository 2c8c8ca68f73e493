'use client';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { useId, useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { ErrorSummary } from '@/components/forms/error-summary';
import { SubmitButton } from '@/components/forms/submit-button';
import { useFormErrors } from '@/components/forms/use-form-errors';
import { exampleShow, exampleShowId } from './example-show';
import styles from './push-api.module.css';
import { sendTry, type TryAnswer, type TryRequest } from './send-try';

type Choice = 'status' | 'list' | 'put';

const requests: Readonly<Record<Choice, Omit<TryRequest, 'body'>>> = {
  status: { method: 'GET', path: '/status' },
  list: { method: 'GET', path: '/shows?limit=5' },
  put: { method: 'PUT', path: `/shows/${exampleShowId}` },
};

/**
 * Sends one request to the API of this very site with the reader's own key, and shows the answer. The key stays in this field: it
 * is kept nowhere and goes nowhere else.
 */
export function TryOut({ send = sendTry }: { readonly send?: typeof sendTry }) {
  const titleId = useId();
  const { errors, attempt, toFieldId, show } = useFormErrors();
  const [choice, setChoice] = useState<Choice>('status');
  const [answer, setAnswer] = useState<TryAnswer | null>(null);
  const [isPending, setIsPending] = useState(false);
  const { method, path } = requests[choice];

  const submit = async (data: FormData) => {
    const key = String(data.get('key') ?? '').trim();
    const found: Record<string, string> = {};
    if (!/^[\x21-\x7e]+$/.test(key)) found['key'] = 'Collez une clé d’accès.';
    if (isPending || !show(found)) return;
    setIsPending(true);
    setAnswer(await send(key, { method, path, body: choice === 'put' ? String(data.get('body') ?? '') : null }));
    setIsPending(false);
  };

  return (
    <section aria-labelledby={titleId} id="essayer">
      <h2 id={titleId}>Essayer</h2>
      <p>
        La requête part d’ici avec la clé que vous collez. Un envoi est vraiment enregistré dans la structure de cette
        clé&nbsp;: dans la démonstration, prenez celle que le démarrage affiche.
      </p>
      <ActionForm autoComplete="off" aria-labelledby={titleId} onSubmit={(data) => void submit(data)}>
        <ErrorSummary errors={errors} attempt={attempt} toFieldId={toFieldId} />
        <Input
          label="Clé d’accès"
          hintText="Elle commence par asd_. Elle n’est gardée nulle part."
          state={errors['key'] ? 'error' : 'default'}
          stateRelatedMessage={errors['key']}
          classes={{ nativeInputOrTextArea: 'app-masked' }}
          nativeInputProps={{
            id: toFieldId('key'),
            name: 'key',
            autoComplete: 'off',
            autoCapitalize: 'none',
            spellCheck: false,
            maxLength: 200,
            'aria-invalid': errors['key'] ? true : undefined,
          }}
        />
        <Select
          label="Requête"
          nativeSelectProps={{
            name: 'operation',
            value: choice,
            onChange: (event) => setChoice(toChoice(event.target.value)),
          }}
        >
          <option value="status">Qui suis-je&nbsp;?</option>
          <option value="list">Lister les spectacles envoyés</option>
          <option value="put">Envoyer un spectacle</option>
        </Select>
        <p>
          <code className="app-break">
            {method} /api/v1{path}
          </code>
        </p>
        {choice === 'put' && (
          <Input
            textArea
            label="Corps de la requête (JSON)"
            nativeTextAreaProps={{
              name: 'body',
              rows: 18,
              spellCheck: false,
              defaultValue: JSON.stringify(exampleShow, null, 2),
            }}
          />
        )}
        <SubmitButton isPending={isPending} pendingText="Envoi…">
          Envoyer la requête
        </SubmitButton>
      </ActionForm>
      <div role="status" className="fr-mt-3w">
        {answer && (
          <>
            <p className="fr-text--bold fr-mb-1w">{answer.title}</p>
            {answer.body !== '' && (
              <pre className={styles.code}>
                <code>{answer.body}</code>
              </pre>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function toChoice(value: string): Choice {
  return value === 'list' || value === 'put' ? value : 'status';
}

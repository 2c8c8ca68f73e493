'use client';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { useState } from 'react';
import type { ConnectableSystem, descriptors } from '@/connectors/descriptors';
import type { TicketingSystem } from '@/domain/ticketing/model';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import { ErrorSummary } from '@/components/forms/error-summary';
import type { FieldErrors } from '@/components/forms/field-errors';
import { SubmitButton } from '@/components/forms/submit-button';
import { useFormErrors } from '@/components/forms/use-form-errors';
import { routes } from '@/features/routes';
import type { ScreenError } from '@/features/screen-error';
import { describeConnectionError } from '@/i18n/connection-errors';

export type Keys = { readonly accessKey: string | null; readonly secretKey: string };

export type CredentialsFormProps = {
  readonly descriptor: (typeof descriptors)[ConnectableSystem];
  readonly submitText: string;
  readonly error: ScreenError | null;
  readonly isPending: boolean;
  readonly onSubmit: (keys: Keys) => void;
  readonly onCancel?: () => void;
  readonly connectionsHref: string;
};

/** The keys of one ticketing system, with the way to find them beside the fields. Keys are tried before anything is kept. */
export function CredentialsForm(props: CredentialsFormProps) {
  const { descriptor, error, isPending } = props;
  const { errors, attempt, toFieldId, show } = useFormErrors();
  const [isSecretShown, setIsSecretShown] = useState(false);

  const submit = (data: FormData) => {
    const accessKey = String(data.get('accessKey') ?? '').trim();
    const secretKey = String(data.get('secretKey') ?? '').trim();
    const found: Record<string, string> = {};
    if (descriptor.accessKey && !accessKey) found['accessKey'] = toMissing(descriptor.accessKey.label);
    if (!secretKey) found['secretKey'] = toMissing(descriptor.secretKey.label);
    if (isPending || !show(found)) return;
    props.onSubmit({ accessKey: descriptor.accessKey ? accessKey : null, secretKey });
  };

  return (
    <div className="app-two-columns">
      <form
        noValidate
        autoComplete="off"
        aria-label={`Clé ${descriptor.label}`}
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <ErrorSummary errors={errors} attempt={attempt} toFieldId={toFieldId} />
        {error && !isPending && (
          <div className="fr-mb-3w">
            <LazyErrorMessage
              code={error.code}
              text={describeConnectionError(error.code, descriptor.label, 'test')}
              links={{ connections: props.connectionsHref }}
              takesFocus
            />
          </div>
        )}
        {descriptor.accessKey && (
          <KeyField id={toFieldId('accessKey')} name="accessKey" {...descriptor.accessKey} errors={errors} isShown />
        )}
        <KeyField
          id={toFieldId('secretKey')}
          name="secretKey"
          {...descriptor.secretKey}
          errors={errors}
          isShown={isSecretShown}
        />
        <p className="fr-text--sm fr-mb-2w">
          <GuideLink system={descriptor.system}>Où trouver cette clé, pas à pas</GuideLink>
        </p>
        <div className="fr-checkbox-group fr-checkbox-group--sm fr-mb-3w">
          <input
            id={toFieldId('afficher')}
            type="checkbox"
            checked={isSecretShown}
            onChange={(event) => setIsSecretShown(event.target.checked)}
          />
          <label className="fr-label" htmlFor={toFieldId('afficher')}>
            Afficher la clé
          </label>
        </div>
        <div className="app-actions">
          <SubmitButton isPending={isPending} pendingText={`Vérification auprès de ${descriptor.label}…`}>
            {props.submitText}
          </SubmitButton>
          {props.onCancel && (
            <button type="button" className="fr-btn fr-btn--secondary" onClick={props.onCancel}>
              Annuler
            </button>
          )}
        </div>
      </form>
      <aside className="app-guide" aria-labelledby={toFieldId('guide')}>
        <h3 id={toFieldId('guide')} className="fr-h6">
          Où trouver la clé
        </h3>
        <ol>
          {descriptor.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <img
          className="fr-responsive-img"
          src={`/aide/${descriptor.system}.svg`}
          alt=""
          width={640}
          height={300}
          loading="lazy"
        />
        <p className="fr-mt-2w">
          <GuideLink system={descriptor.system}>Le guide complet, avec des images</GuideLink>
        </p>
        <p className="fr-text--sm fr-mb-0">
          La clé est vérifiée tout de suite, puis chiffrée. Nous n’affichons plus jamais que ses quatre derniers
          caractères, et nous ne faisons que lire votre compte.
        </p>
      </aside>
    </div>
  );
}

type GuideLinkProps = { readonly system: TicketingSystem; readonly children: string };

/** In another window: what is typed here must not be lost. */
function GuideLink({ system, children }: GuideLinkProps) {
  return (
    <a href={routes.guide(system)} target="_blank" rel="noreferrer" title={`${children} – nouvelle fenêtre`}>
      {children}
    </a>
  );
}

type KeyFieldProps = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly errors: FieldErrors;
  readonly isShown: boolean;
};

/** Masked by its style and not by its type: a browser would offer the person's own password. */
function KeyField({ id, name, label, hint, errors, isShown }: KeyFieldProps) {
  const error = errors[name];
  return (
    <Input
      label={label}
      hintText={hint}
      state={error ? 'error' : 'default'}
      stateRelatedMessage={error}
      nativeInputProps={{
        id,
        name,
        type: 'text',
        className: isShown ? undefined : 'app-masked',
        autoComplete: 'off',
        autoCapitalize: 'none',
        spellCheck: false,
        maxLength: 500,
        'aria-invalid': error ? true : undefined,
      }}
      classes={isShown ? {} : { nativeInputOrTextArea: 'app-masked' }}
    />
  );
}

function toMissing(label: string): string {
  return `Remplissez le champ «\u00a0${label}\u00a0».`;
}

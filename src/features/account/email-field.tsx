import { TextField } from '@/components/forms/text-field';

export const emailMessages = {
  missing: 'Saisissez votre adresse électronique.',
  wrong: 'Cette adresse électronique est incomplète. Exemple\u00a0: nom@theatre.fr',
} as const;

/** The address that identifies the account. */
export function EmailField({
  id,
  error,
  defaultValue,
}: {
  readonly id: string;
  readonly error?: string | undefined;
  readonly defaultValue?: string | undefined;
}) {
  return (
    <TextField
      id={id}
      name="email"
      type="email"
      label="Adresse électronique"
      hint={'Format attendu\u00a0: nom@theatre.fr'}
      autoComplete="username"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
      required
      defaultValue={defaultValue}
      error={error}
    />
  );
}

'use client';
import { PasswordInput } from '@codegouvfr/react-dsfr/blocks/PasswordInput';
import { useState } from 'react';
import { findUnmetPasswordRules, passwordLength, passwordRules, type PasswordRule } from '@/domain/password';

const ruleLabels: Readonly<Record<PasswordRule, string>> = {
  length: `${passwordLength.min} caractères au moins`,
  lowercase: 'une minuscule',
  uppercase: 'une majuscule',
  digit: 'un chiffre',
  special: 'un signe (espace, ponctuation, symbole…)',
};

export const newPasswordMessage = 'Choisissez un mot de passe qui suit toute la liste.';

/** A password to choose: its rules are ticked while one types, and turn red only after a try. */
export function NewPasswordField({
  id,
  label,
  isWrong,
}: {
  readonly id: string;
  readonly label: string;
  /** The form was sent with a password that breaks a rule. */
  readonly isWrong: boolean;
}) {
  const [password, setPassword] = useState('');
  const unmet = findUnmetPasswordRules(password);
  return (
    <PasswordInput
      label={label}
      className="fr-mb-3w"
      messages={passwordRules.map((rule) => ({
        message: ruleLabels[rule],
        severity: unmet.includes(rule) ? (isWrong ? 'error' : 'info') : 'valid',
      }))}
      nativeInputProps={{
        id,
        name: 'password',
        autoComplete: 'new-password',
        required: true,
        'aria-invalid': isWrong && unmet.length > 0 ? true : undefined,
        onChange: (event) => setPassword(event.target.value),
      }}
    />
  );
}

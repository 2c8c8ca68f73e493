/** Bounds of a password, in characters as a person counts them. The upper one keeps its hashing from being a burden. */
export const passwordLength = { min: 12, max: 128 } as const;

/** What a password must hold, in the order of the checklist. */
export const passwordRules = ['length', 'lowercase', 'uppercase', 'digit', 'special'] as const;
export type PasswordRule = (typeof passwordRules)[number];

const tests: Readonly<Record<PasswordRule, (password: string) => boolean>> = {
  length: (password) => {
    const { length } = Array.from(password);
    return length >= passwordLength.min && length <= passwordLength.max;
  },
  lowercase: (password) => /\p{Ll}/u.test(password),
  uppercase: (password) => /\p{Lu}/u.test(password),
  digit: (password) => /\p{Nd}/u.test(password),
  special: (password) => /[^\p{L}\p{N}]/u.test(password),
};

/** Rules that the password breaks; empty when it is good. Accented letters are letters, a space is special. */
export function findUnmetPasswordRules(password: string): readonly PasswordRule[] {
  return passwordRules.filter((rule) => !tests[rule](password));
}

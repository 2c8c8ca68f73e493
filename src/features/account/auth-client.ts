/** Why the account server said no, in the words the forms know. */
export type AuthFailure =
  | 'wrong-credentials'
  | 'email-not-verified'
  | 'too-many-tries'
  | 'invalid-link'
  | 'weak-password'
  | 'banned'
  | 'offline'
  | 'unexpected';
export type AuthOutcome = { readonly ok: true } | { readonly ok: false; readonly failure: AuthFailure };

/** Codes of the account server (its own names) that a form can say something about. */
const failures: Readonly<Record<string, AuthFailure>> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong-credentials',
  INVALID_EMAIL: 'wrong-credentials',
  EMAIL_NOT_VERIFIED: 'email-not-verified',
  INVALID_TOKEN: 'invalid-link',
  TOKEN_EXPIRED: 'invalid-link',
  USER_NOT_FOUND: 'invalid-link',
  PASSWORD_TOO_SHORT: 'weak-password',
  PASSWORD_TOO_LONG: 'weak-password',
  INVALID_PASSWORD: 'weak-password',
  PASSWORD_TOO_WEAK: 'weak-password',
  BANNED_USER: 'banned',
};

/** A plain request: the account server's own client would weigh more than the pages that need it. */
async function post(path: string, body: Readonly<Record<string, unknown>>): Promise<AuthOutcome> {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return { ok: true };
    if (response.status === 429) return { ok: false, failure: 'too-many-tries' };
    const answer: unknown = await response.json().catch(() => null);
    return { ok: false, failure: failures[readCode(answer)] ?? 'unexpected' };
  } catch {
    return { ok: false, failure: 'offline' };
  }
}

function readCode(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'code' in answer ? String(answer.code) : '';
}

export type SignUp = {
  readonly email: string;
  readonly password: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly termsVersion: string;
};

/** The answer is the same for a known address: its owner learns it by e-mail. */
export function signUp(account: SignUp): Promise<AuthOutcome> {
  return post('sign-up/email', account);
}

export function signIn(credentials: { readonly email: string; readonly password: string }): Promise<AuthOutcome> {
  return post('sign-in/email', credentials);
}

export function signOut(): Promise<AuthOutcome> {
  return post('sign-out', {});
}

export function sendVerificationEmail(email: string): Promise<AuthOutcome> {
  return post('send-verification-email', { email });
}

export function requestPasswordReset(email: string): Promise<AuthOutcome> {
  return post('request-password-reset', { email });
}

export function resetPassword(newPassword: string, token: string): Promise<AuthOutcome> {
  return post('reset-password', { newPassword, token });
}

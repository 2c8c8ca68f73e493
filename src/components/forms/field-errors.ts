/** Sentence to show per field name; a field without problem is absent. In the order of the form. */
export type FieldErrors = Readonly<Record<string, string>>;

/**
 * Checks the fields against their own constraints (`required`, `type`, `pattern`, `minLength`) and gives one sentence each.
 * `messages` says what to do for each field name, empty and wrong.
 */
export function readFieldErrors(
  form: HTMLFormElement,
  messages: Readonly<Record<string, { readonly missing: string; readonly wrong?: string }>>,
): FieldErrors {
  const errors: Record<string, string> = {};
  for (const element of form.elements) {
    if (!(element instanceof HTMLInputElement) && !(element instanceof HTMLSelectElement)) continue;
    const message = messages[element.name];
    if (!message || element.validity.valid) continue;
    errors[element.name] = element.validity.valueMissing ? message.missing : (message.wrong ?? message.missing);
  }
  return errors;
}

// Plain JavaScript: used before any dependency is installed.

/** A failure that is told in one French sentence, without a stack. */
export class Failure extends Error {
  name = 'Failure';
}

/** The sentence for a failure of the machine that many commands can meet, or null when it is none of them. */
export function explainFailure(error) {
  const text = `${error?.code ?? ''} ${error?.message ?? error} ${error?.output ?? ''}`;
  if (error instanceof Failure) return error.message;
  if (/ENOSPC|No space left on device|EDQUOT/.test(text)) {
    return 'Le disque est plein : libérez de la place, puis relancez la commande.';
  }
  if (/EADDRINUSE|Address already in use/.test(text)) {
    return 'Un port nécessaire est déjà pris par un autre programme : arrêtez-le, puis relancez la commande.';
  }
  return null;
}

/** Prints the failure for a person and gives the exit code. */
export function reportFailure(error) {
  const sentence = explainFailure(error);
  process.stderr.write(sentence === null ? `${error?.stack ?? error}\n` : `\n✗ ${sentence}\n`);
  return 1;
}

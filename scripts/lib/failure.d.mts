/** A failure that is told in one French sentence, without a stack. */
export class Failure extends Error {}
/** The sentence for a failure of the machine that many commands can meet, or null when it is none of them. */
export function explainFailure(error: unknown): string | null;
/** Prints the failure for a person and gives the exit code. */
export function reportFailure(error: unknown): number;

import 'server-only';

/** Kind of the statement of the agency at this place (from 0): `statement`, `statement-2`… */
export function toStatementKind(index: number): string {
  return index === 0 ? 'statement' : `statement-${index + 1}`;
}

/** Whether a document is what an organism is told, and not something that goes with it. */
export function isStatement(kind: string): boolean {
  return /^(statement(-\d+)?|message)$/.test(kind);
}

import type { AgencyEntry } from './parse-agencies';

export type AgenciesDifference = {
  readonly added: readonly AgencyEntry[];
  /** Agencies that stay with other codes. */
  readonly updated: readonly AgencyEntry[];
  readonly removed: readonly AgencyEntry[];
  /** Codes that led to an agency and would lead to none. */
  readonly lostCodes: readonly string[];
};

/** What a new list changes, agency by agency, known by e-mail. The order of codes is no change: the same file twice changes nothing. */
export function diffAgencies(current: readonly AgencyEntry[], next: readonly AgencyEntry[]): AgenciesDifference {
  const known = new Map(current.map((agency) => [agency.email, agency]));
  const wanted = new Set(next.map((agency) => agency.email));
  const served = new Set(next.flatMap((agency) => agency.codes));
  return {
    added: next.filter((agency) => !known.has(agency.email)),
    updated: next.filter((agency) => {
      const before = known.get(agency.email);
      return before !== undefined && !areSameCodes(before.codes, agency.codes);
    }),
    removed: current.filter((agency) => !wanted.has(agency.email)),
    lostCodes: current.flatMap((agency) => agency.codes).filter((code) => !served.has(code)),
  };
}

/**
 * Whether a difference looks like a cut file: more than this share (a fifth by default) of the agencies or of the codes would go.
 * An agency that only changed its address keeps its codes, and does not count as gone.
 */
export function isSuspicious(current: readonly AgencyEntry[], difference: AgenciesDifference, share = 0.2): boolean {
  const codes = current.flatMap((agency) => agency.codes).length;
  const lost = new Set(difference.lostCodes);
  const gone = difference.removed.filter((agency) => agency.codes.every((code) => lost.has(code)));
  return lost.size > codes * share || gone.length > current.length * share;
}

function areSameCodes(left: readonly string[], right: readonly string[]): boolean {
  const codes = new Set(left);
  return codes.size === new Set(right).size && right.every((code) => codes.has(code));
}

import type { DeclarationIssue } from '@/domain/declaration/issue';
import type { NeutralDeclaration } from '@/domain/declaration/neutral';
import type { Organism } from '@/domain/organism';

/** The bytes of one document as they will leave, and their identity. */
export type RenderedDocument = {
  readonly filename: string;
  readonly contentType: 'application/pdf' | 'application/xml' | 'text/csv';
  readonly bytes: Uint8Array;
};

/** A readable view of what an organism will receive, in French, section by section. */
export type ReadableMessage = {
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly { readonly label: string; readonly value: string }[];
    /** Its values are what a person copies to the organism's own site. */
    readonly isCopied?: boolean;
    readonly table?: {
      readonly headers: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly totals?: readonly string[];
    };
  }[];
};

/** For which agency a document is, when it tells only some of the performances of a show. */
export type AgencyShare = {
  readonly agencyName: string;
  /** Performances of the whole show, those of other agencies included. */
  readonly performancesOfShow: number;
};

/** What an organism module gives the rest of the application. Pure apart from rendering: no network, no database. */
export type OrganismModule = {
  readonly organism: Organism;
  /** Everything missing or wrong for this organism, blocking ones first, then by performance in order of start. Empty = complete. */
  check(declaration: NeutralDeclaration, now: Date): readonly DeclarationIssue[];
  /** The exact bytes that would be sent; throws AppError('declaration-incomplete') when `check` finds a blocking issue. `share` when several agencies are told. */
  render(declaration: NeutralDeclaration, share?: AgencyShare): Promise<RenderedDocument>;
  /** The same content for the eyes. */
  describe(declaration: NeutralDeclaration, share?: AgencyShare): ReadableMessage;
  /** Postal code that finds the agency; null when the venue is not known yet, and for organisms without agencies. */
  agencyPostalCode(declaration: NeutralDeclaration): string | null;
  /** Deadline: the instant (UTC) of the end of the last Paris day, from the last performance; and where it comes from, in French. */
  deadline(lastPerformanceAt: Date): { readonly dueAt: Date; readonly source: string };
};

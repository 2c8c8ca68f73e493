import 'server-only';

/** A file that is not taken, with the sentence that says why and what to do. */
export class AttachmentRefusal extends Error {
  override readonly name = 'AttachmentRefusal';
  constructor(
    readonly sentence: string,
    /** HTTP status of the answer. */
    readonly status: 413 | 415 | 422 = 422,
  ) {
    super(sentence);
  }
}

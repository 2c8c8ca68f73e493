'use client';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { isBlocking } from '@/domain/declaration/issues';
import { isTax, isTransmittable, type TaxOrganism, type TransmittableOrganism } from '@/domain/organism';
import { ErrorMessage, type ErrorMessageProps } from '@/components/feedback/error-message';
import type { ScreenErrorCode } from '@/i18n/errors';
import type { DeclarationReview, OrganismReview } from '@/server/declarations/review-declaration.schema';
import { listOrganisms } from './list-organisms';
import { OrganismReviewSection } from './organism-review-section';
import { TaxReviewSection } from './tax-review-section';
import styles from './transmission.module.css';

export type TransmissionViewProps = {
  readonly review: DeclarationReview;
  readonly showHref: string;
  readonly links?: ErrorMessageProps['links'];
  /** Sends; null when it left, else why it did not. */
  readonly onTransmit: (organisms: readonly TransmittableOrganism[]) => Promise<ScreenErrorCode | null>;
  /** Keeps the person's word that they declared a tax themselves; null when it is kept, else why it is not. */
  readonly onDeclared: (tax: TaxOrganism) => Promise<ScreenErrorCode | null>;
  readonly onReload: () => void;
};

/** What will leave, to whom, from whom; a statement to tick, one button. */
export function TransmissionView(props: TransmissionViewProps) {
  const { review, showHref, links, onTransmit, onDeclared, onReload } = props;
  const sendable = review.organisms.filter((one) => one.sendable);
  const ready = toTransmittable(sendable.filter(isReady));
  const waiting = toTransmittable(sendable.filter((one) => !isReady(one)));
  const isAnyReady = sendable.some(isReady);
  return (
    <div className={`fr-container fr-my-4w ${styles.page}`}>
      <p className="fr-mb-1w">
        <a className="fr-link fr-icon-arrow-left-line fr-link--icon-left" href={showHref}>
          Revenir au spectacle
        </a>
      </p>
      <h1>Vérifier et transmettre</h1>
      <p className="fr-text--lead">{review.seriesName}</p>
      <MovedNotice fingerprint={review.fingerprint} />
      {review.organisms.length === 0 && (
        <>
          <ErrorMessage code="no-organism-chosen" />
          <p>
            <a className="fr-btn" href={`${showHref}#series.organisms`}>
              Choisir les organismes
            </a>
          </p>
        </>
      )}
      {review.organisms.map((organism) => (
        <ReviewSection
          key={`${organism.organism} ${review.fingerprint}`}
          review={organism}
          showHref={showHref}
          onDeclared={onDeclared}
          onReload={onReload}
        />
      ))}
      {ready.length > 0 && (
        <SendForm
          key={review.fingerprint}
          ready={ready}
          waiting={waiting}
          declarant={review.declarant}
          links={links}
          onTransmit={onTransmit}
          onReload={onReload}
        />
      )}
      {!isAnyReady && sendable.length > 0 && (
        <p>
          <a className="fr-btn" href={showHref}>
            Compléter le spectacle
          </a>
        </p>
      )}
    </div>
  );
}

/** What was read and ticked holds for what was shown then: what replaces it is said, and is to be ticked anew. */
function MovedNotice({ fingerprint }: { readonly fingerprint: string }) {
  const [shownFirst] = useState(fingerprint);
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // Whoever was in the form that was replaced is nowhere any more.
    if (document.activeElement === document.body) notice.current?.focus();
  }, [fingerprint]);
  return (
    <div role="status">
      {fingerprint !== shownFirst && (
        <div className="fr-alert fr-alert--warning fr-alert--sm fr-mb-3w">
          <p ref={notice} tabIndex={-1}>
            Ce qui serait envoyé a changé pendant que cette page était ouverte&nbsp;: relisez, puis cochez de nouveau.
          </p>
        </div>
      )}
    </div>
  );
}

type ReviewSectionProps = Pick<TransmissionViewProps, 'showHref' | 'onDeclared' | 'onReload'> & {
  readonly review: OrganismReview;
};

function ReviewSection({ review, showHref, onDeclared, onReload }: ReviewSectionProps) {
  const { organism } = review;
  if (!isTax(organism)) return <OrganismReviewSection review={review} showHref={showHref} />;
  return (
    <TaxReviewSection
      tax={organism}
      review={review}
      showHref={showHref}
      onDeclared={() => onDeclared(organism)}
      onReload={onReload}
    />
  );
}

function toTransmittable(reviews: readonly OrganismReview[]): readonly TransmittableOrganism[] {
  return reviews.map(({ organism }) => organism).filter(isTransmittable);
}

function isReady({ sendable, issues, recipient }: OrganismReview): boolean {
  return sendable && recipient !== null && !issues.some(isBlocking);
}

type SendFormProps = Pick<TransmissionViewProps, 'links' | 'onTransmit' | 'onReload'> & {
  readonly ready: readonly TransmittableOrganism[];
  readonly waiting: readonly TransmittableOrganism[];
  readonly declarant: DeclarationReview['declarant'];
};

function SendForm({ ready, waiting, declarant, links, onTransmit, onReload }: SendFormProps) {
  const [isUnticked, setUnticked] = useState(false);
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const [isSending, setSending] = useState(false);
  // A second click may come before React has rendered the first one.
  const isTaken = useRef(false);
  // Read where it is: a tick made before the page came alive is in the document only.
  const checkbox = useRef<HTMLInputElement>(null);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!checkbox.current?.checked) {
      setUnticked(true);
      checkbox.current?.focus();
      return;
    }
    if (isTaken.current) return;
    isTaken.current = true;
    setSending(true);
    setFailure(null);
    const code = await onTransmit(ready);
    // When it left, the button stays taken until the page of the submission replaces this one.
    if (code === null) return;
    isTaken.current = false;
    setSending(false);
    setFailure(code);
  };

  return (
    <form className={styles.send} aria-labelledby="send-title" onSubmit={(event) => void send(event)} noValidate>
      <h2 id="send-title" className="fr-h4">
        Transmettre
      </h2>
      <p>
        Au nom de <strong>{declarant.name}</strong>.{' '}
        {ready.length > 1 ? 'Les organismes vous répondront' : 'L’organisme vous répondra'} à{' '}
        <strong className={styles.address}>{declarant.email}</strong>, où vous recevrez aussi un reçu.
      </p>
      {waiting.length > 0 && (
        <p>
          Rien ne partira {listOrganisms(waiting)}&nbsp;: sa déclaration est à compléter. Vous pourrez la transmettre
          ensuite.
        </p>
      )}
      <div className={`fr-checkbox-group ${isUnticked ? 'fr-checkbox-group--error' : ''}`}>
        <input
          ref={checkbox}
          type="checkbox"
          id="truthful"
          aria-invalid={isUnticked}
          aria-describedby="truthful-message"
          onChange={(event) => event.target.checked && setUnticked(false)}
        />
        <label className="fr-label" htmlFor="truthful">
          Je certifie que ces informations sont exactes et complètes.
        </label>
        <div id="truthful-message" role="status">
          {isUnticked && <p className="fr-error-text">Cochez cette case pour transmettre.</p>}
        </div>
      </div>
      <button type="submit" className="fr-btn fr-btn--lg" aria-disabled={isSending}>
        {isSending ? 'Envoi en cours…' : `Transmettre ${listOrganisms(ready)}`}
      </button>
      {failure && <ErrorMessage code={failure} onRetry={onReload} links={links} takesFocus />}
    </form>
  );
}

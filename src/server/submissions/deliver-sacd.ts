import 'server-only';
import { type SacdClient, type SacdDeclareResult } from '@/declarations/sacd/client';
import { type Deliver, type StepOutcome } from './step-outcome';

/** Sends the frozen message to SACD's web service. */
export function deliverSacd(client: SacdClient): Deliver {
  return async ({ declaration, document }, { beforeBytes, signal }) => {
    const xml = new TextDecoder().decode(document.bytes);
    return toOutcome(await client.declare({ xml, declaration, signal, beforeSending: beforeBytes }));
  };
}

/** Kept for support: the beginning of an answer, never a whole page. */
const proofLength = 2_000;

function toOutcome(result: SacdDeclareResult): StepOutcome {
  const proof = { outcome: result.outcome, body: result.body?.slice(0, proofLength) ?? null };
  switch (result.outcome) {
    case 'accepted':
      return { kind: 'accepted', proof, answers: [...result.performances] };
    case 'refused': {
      const refused = result.performances.filter(({ status }) => status === 'refused');
      const words = new Set(refused.flatMap(({ message }) => message ?? []));
      return {
        kind: 'refused',
        errorCode: 'sacd-refused',
        proof,
        answers: [...result.performances],
        message: [...words].join('\n') || null,
      };
    }
    case 'unknown-declarant':
      return { kind: 'refused', errorCode: 'sacd-unknown-declarant', proof, message: result.message || null };
    case 'technical-failure':
      return {
        kind: 'not-received',
        errorCode: 'sacd-unexpected-answer',
        retryable: true,
        proof: { ...proof, code: result.code },
        message: result.message || null,
      };
    case 'not-received':
      return {
        kind: 'not-received',
        errorCode: 'sacd-unavailable',
        retryable: true,
        proof: { ...proof, reason: result.reason, detail: result.detail },
      };
    case 'unknown':
      return {
        kind: 'unknown',
        errorCode: 'outcome-unknown',
        proof: { ...proof, reason: result.reason, detail: result.detail },
      };
  }
}

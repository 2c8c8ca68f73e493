import 'server-only';
import { type MailOutcome } from '@/server/mailer/mail';
import { type StepOutcome } from './step-outcome';

/** What a mailer's outcome means for a step: a server that took the message is all that mail can prove. */
export function toMailOutcome(outcome: MailOutcome): StepOutcome {
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'delivered', proof: { transport: outcome.transport, response: outcome.response } };
    case 'caught':
      return { kind: 'delivered', proof: { transport: 'caught' } };
    case 'not-sent':
      return { kind: 'not-received', errorCode: 'mail-not-sent', retryable: true, proof: { reason: outcome.reason } };
    case 'refused':
      return { kind: 'not-received', errorCode: 'mail-refused', retryable: false, proof: { reason: outcome.reason } };
    case 'unknown':
      return { kind: 'unknown', errorCode: 'outcome-unknown', proof: { reason: outcome.reason } };
  }
}

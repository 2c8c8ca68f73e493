/**
 * Life of a declaration, of a submission and of its steps, as tables: what may follow what.
 * A declaration takes the state of its last submission; a submission is born `sending`.
 */
export const declarationStates = ['draft', 'sending', 'sent', 'accepted', 'refused', 'failed', 'unknown'] as const;
export type DeclarationState = (typeof declarationStates)[number];

/**
 * - `transmit`: a person sends; a submission is frozen.
 * - `deliver`: it left for good, and no acknowledgement is expected soon (SACEM's mail server took the message).
 * - `accept`, `refuse`: the organism's own answer, or a person's word for it after an unknown outcome.
 * - `fail`: surely not received.
 * - `lose`: it may have been received; nobody sends it again before a person has looked.
 * - `correct`: a person sends a corrective submission of what was received.
 */
export const declarationEvents = ['transmit', 'deliver', 'accept', 'refuse', 'fail', 'lose', 'correct'] as const;
export type DeclarationEvent = (typeof declarationEvents)[number];

type Transitions<State extends string, Event extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>;

const declarationTransitions: Transitions<DeclarationState, DeclarationEvent> = {
  draft: { transmit: 'sending' },
  sending: { deliver: 'sent', accept: 'accepted', refuse: 'refused', fail: 'failed', lose: 'unknown' },
  // A mail can still bounce, and its reader can still answer.
  sent: { accept: 'accepted', refuse: 'refused', fail: 'failed', correct: 'sending' },
  accepted: { correct: 'sending' },
  refused: { transmit: 'sending' },
  failed: { transmit: 'sending' },
  unknown: { deliver: 'sent', accept: 'accepted', refuse: 'refused', fail: 'failed' },
};

/** State after an event, or null when the event is not possible there (nothing may be written then). */
export function nextDeclarationState(state: DeclarationState, event: DeclarationEvent): DeclarationState | null {
  return declarationTransitions[state][event] ?? null;
}

/** Whether a first sending, or a new try after a refusal or a failure, is possible. */
export function canTransmit(state: DeclarationState): boolean {
  return nextDeclarationState(state, 'transmit') !== null;
}

/** Whether a corrective submission is possible: something was received, and nothing is on its way. */
export function canCorrect(state: DeclarationState): boolean {
  return nextDeclarationState(state, 'correct') !== null;
}

export const stepStates = ['waiting', 'running', 'succeeded', 'refused', 'failed', 'unknown'] as const;
export type StepState = (typeof stepStates)[number];

/**
 * - `start`: a worker takes it.
 * - `succeed`, `refuse`, `fail`, `lose`: as for a declaration.
 * - `retry`: surely not received, tried again later with the same bytes.
 */
export const stepEvents = ['start', 'succeed', 'refuse', 'fail', 'lose', 'retry'] as const;
export type StepEvent = (typeof stepEvents)[number];

const stepTransitions: Transitions<StepState, StepEvent> = {
  // Also refused before any byte left, when the world changed meanwhile.
  waiting: { start: 'running', fail: 'failed' },
  running: { succeed: 'succeeded', refuse: 'refused', fail: 'failed', lose: 'unknown', retry: 'waiting' },
  // A mail that its server took can still come back.
  succeeded: { fail: 'failed' },
  refused: {},
  failed: { retry: 'waiting' },
  unknown: { succeed: 'succeeded', refuse: 'refused', fail: 'failed' },
};

/** State of a step after an event, or null when the event is not possible there. */
export function nextStepState(state: StepState, event: StepEvent): StepState | null {
  return stepTransitions[state][event] ?? null;
}

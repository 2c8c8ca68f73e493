import type { RepeatedAnswers as Answers } from '@/domain/declaration/repeated-answers';
import { formatCounted, formatRate, formatSiren } from './format';
import { audienceLabels, genreLabels } from './labels';

type Describe = {
  readonly [Key in keyof Answers]: readonly [label: string, (value: NonNullable<Answers[Key]>) => string];
};

/** What is taken over of a show, in words and in the order of its page. */
const descriptions: Describe = {
  genre: ['Genre', (genre) => genreLabels[genre]],
  audience: ['Public', (audience) => audienceLabels[audience]],
  producer: ['Producteur', ({ name, siren }) => `${name} (SIREN ${formatSiren(siren)})`],
  author: ['Auteur', (author) => author],
  director: ['Mise en scène', (director) => director],
  artists: ['Artistes', (artists) => artists],
  venue: ['Lieu', ({ name, address }) => `${name}, ${address.postalCode} ${address.city}`],
  capacity: ['Jauge', (capacity) => formatCounted(capacity, 'place')],
  taxRateBp: ['Taux de TVA', (rate) => formatRate(rate)],
};

/** The answers that were given, one line each. */
export function describeAnswers(answers: Answers): readonly { readonly label: string; readonly value: string }[] {
  const keys = Object.keys(descriptions) as (keyof Answers)[];
  return keys.flatMap((key) => describe(answers, key));
}

function describe<Key extends keyof Answers>(answers: Answers, key: Key) {
  const [label, toText] = descriptions[key];
  const value = answers[key];
  return value === null ? [] : [{ label, value: toText(value) }];
}

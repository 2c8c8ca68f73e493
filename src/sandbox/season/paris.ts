const parisText = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const known = new Map<number, string>();
const maxKnown = 50_000;

/** `YYYY-MM-DD HH:MM:SS` on the clocks of Paris. Remembered: formatting is slow, and every ticket of a session asks the same. */
export function toParisText(instant: Date): string {
  const time = instant.getTime();
  const text = known.get(time) ?? parisText.format(instant);
  if (known.size < maxKnown) known.set(time, text);
  return text;
}

/** The instant when Paris reads this time, `dayOffset` days after the Paris day of `reference`. */
export function atParis(reference: Date, dayOffset: number, time: string): Date {
  const day = new Date(`${toParisText(reference).slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + dayOffset);
  const wanted = `${day.toISOString().slice(0, 10)} ${time}:00`;
  const asUtc = new Date(`${wanted.replace(' ', 'T')}Z`).getTime();
  const candidates = [120, 60].map((minutes) => new Date(asUtc - minutes * 60_000));
  return candidates.find((candidate) => toParisText(candidate) === wanted) ?? new Date(asUtc - 60 * 60_000);
}

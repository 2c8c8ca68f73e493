import { describe, expect, it } from '@jest/globals';
import { type ReminderKind, reminderKinds } from '@/domain/automation/plan-reminder';
import { renderMail } from './render-mail';
import { type ReminderLine, Reminders, type RemindersProps, toRemindersSubject } from './reminders';

const line: ReminderLine = {
  name: 'La Nuit <des gardiens>',
  organism: 'SACEM',
  dueAt: new Date('2026-07-10T21:59:59.999Z'),
  totals: { performances: 3, tickets: 384, includingTaxesCents: 540_000 },
  missing: [],
  plannedFor: null,
  href: 'https://assistant.test/structures/1/spectacles/2/transmettre',
};
const given = (
  kind: ReminderKind,
  lines: readonly ReminderLine[],
  values: Partial<RemindersProps> = {},
): RemindersProps => ({
  kind,
  firstname: 'Nolwenn',
  groups: [{ organizationName: 'Association Le Phare d’Ouessant', lines }],
  unsubscribeHref: 'https://assistant.test/desabonnement/jeton',
  preferencesHref: 'https://assistant.test/mon-compte',
  now: new Date('2026-07-03T06:00:00.000Z'),
  ...values,
});

describe('mail that reminds', () => {
  it.each([
    ['ready', 'Votre déclaration SACEM est prête – La Nuit <des gardiens>', '2 déclarations sont prêtes'],
    [
      'week',
      'À déclarer à la SACEM avant le vendredi 10 juillet 2026 – La Nuit <des gardiens>',
      '2 déclarations à envoyer dans la semaine',
    ],
    [
      'day',
      'Demain, dernier jour pour déclarer à la SACEM – La Nuit <des gardiens>',
      '2 déclarations à envoyer au plus tard demain',
    ],
    [
      'late',
      'Votre déclaration à la SACEM est en retard – La Nuit <des gardiens>',
      'L’échéance de 2 déclarations est passée',
    ],
  ] as const)('names the one thing, or counts them, in the subject of «%s»', (kind, one, two) => {
    expect(toRemindersSubject(given(kind, [line]))).toBe(one);
    expect(toRemindersSubject(given(kind, [line, { ...line, organism: 'SACD' }]))).toBe(two);
  });

  it('knows the very last day', async () => {
    const props = given('day', [line], { now: new Date('2026-07-10T06:00:00.000Z') });
    expect(toRemindersSubject(props)).toBe('Dernier jour pour déclarer à la SACEM – La Nuit <des gardiens>');
    expect((await renderMail(<Reminders {...props} />)).text).toContain('aujourd’hui, vendredi 10 juillet 2026');
  });

  it.each(reminderKinds)('says in «%s» the totals, the deadline, the way and how to stop', async (kind) => {
    const { html, text } = await renderMail(<Reminders {...given(kind, [line])} />);
    expect(html).toContain('La Nuit &lt;des gardiens&gt;');
    expect(text).toContain('3\u00a0représentations, 384\u00a0billets, 5\u00a0400,00\u00a0€ TTC de billetterie.');
    expect(text).toContain('vendredi 10 juillet 2026');
    expect(text).toContain(`Vérifier et transmettre ${line.href}`);
    expect(text).toContain('Ne plus recevoir ce rappel https://assistant.test/desabonnement/jeton');
  });

  it('says what is missing, and when it leaves by itself', async () => {
    const lines: ReminderLine[] = [
      {
        ...line,
        missing: [
          { field: 'series.capacity', code: 'required' },
          { field: 'series.genre', code: 'required' },
          { field: 'series.venue', code: 'no-agency' },
        ],
      },
      { ...line, organism: 'SACD', plannedFor: new Date('2026-07-08T06:00:00.000Z') },
    ];
    const { text } = await renderMail(<Reminders {...given('week', lines)} />);
    expect(text).toContain('Il manque la jauge de la salle et le genre du spectacle.');
    expect(text).toContain('Aucune délégation de la SACEM');
    expect(text).toContain('Compléter la déclaration');
    expect(text).toContain('Elle sera envoyée automatiquement le mercredi 8 juillet 2026 à 8\u00a0h.');
  });

  it('tells a quarter of SIBIL by its name', async () => {
    const quarter: ReminderLine = { ...line, name: '2026-T2', organism: 'SIBIL', totals: null };
    const props = given('week', [quarter]);
    expect(toRemindersSubject(props)).toBe(
      'À déclarer dans SIBIL avant le vendredi 10 juillet 2026 – 2e\u00a0trimestre 2026',
    );
    expect((await renderMail(<Reminders {...props} />)).text).toContain('Ouvrir la déclaration');
  });

  it('counts what it does not list', async () => {
    const lines = Array.from({ length: 23 }, (_, index) => ({ ...line, href: `https://assistant.test/${index}` }));
    const { text } = await renderMail(<Reminders {...given('late', lines)} />);
    expect(text).toContain('Et 3\u00a0autres déclarations, dans «\u00a0À faire\u00a0».');
  });
});

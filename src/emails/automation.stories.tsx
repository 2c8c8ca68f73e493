import { type Meta, type StoryObj } from '@storybook/nextjs-vite';
import type { ReactElement } from 'react';
import { longTitle } from '@/testing/given-lists';
import { AutomaticAnnouncement, NotTransmitted } from './automatic-transmission';
import { MailFrame } from './mail-frame';
import { type ReminderLine, Reminders, type RemindersProps } from './reminders';

const meta: Meta<typeof MailFrame> = { title: 'Courriels/Rappels et envois automatiques', component: MailFrame };
export default meta;
type Story = StoryObj<typeof MailFrame>;

const line: ReminderLine = {
  name: 'La Nuit des gardiens',
  organism: 'SACEM',
  dueAt: new Date('2026-07-10T21:59:59.999Z'),
  totals: { performances: 3, tickets: 384, includingTaxesCents: 540_000 },
  missing: [],
  plannedFor: null,
  href: 'https://assistant.test/structures/1/spectacles/2/transmettre',
};
const props: RemindersProps = {
  kind: 'ready',
  firstname: 'Nolwenn',
  groups: [{ organizationName: 'Association Le Phare d’Ouessant', lines: [line] }],
  unsubscribeHref: 'https://assistant.test/desabonnement/jeton',
  preferencesHref: 'https://assistant.test/mon-compte',
  now: new Date('2026-07-03T06:00:00.000Z'),
};
const announcement = {
  firstname: 'Nolwenn',
  organism: 'SACD',
  seriesName: 'La Nuit des gardiens',
  organizationName: 'Association Le Phare d’Ouessant',
  plannedFor: new Date('2026-07-08T06:00:00.000Z'),
  dueAt: line.dueAt,
  totals: { performances: 3, tickets: 384, includingTaxesCents: 540_000 },
  allowedBy: 'Nolwenn Cadiou',
  allowedAt: new Date('2026-07-01T10:00:00.000Z'),
  stopHref: 'https://assistant.test/envoi-automatique/jeton',
  reviewHref: line.href,
  reason: 'figures',
} as const;

const given = (name: string, mail: ReactElement): Story => ({ name, args: { title: name, mail } });

export const Ready = given('Une déclaration prête', <Reminders {...props} />);
export const SeveralReady = given(
  'Plusieurs déclarations, deux structures',
  <Reminders
    {...props}
    groups={[
      ...props.groups,
      {
        organizationName: longTitle,
        lines: [
          { ...line, name: longTitle, organism: 'SACD' },
          { ...line, organism: 'CNM', href: 'https://assistant.test/cnm' },
        ],
      },
    ]}
  />,
);
export const Week = given(
  'Une semaine avant, incomplète',
  <Reminders
    {...props}
    kind="week"
    groups={[
      {
        organizationName: 'Association Le Phare d’Ouessant',
        lines: [
          { ...line, missing: [{ field: 'series.capacity', code: 'required' }] },
          { ...line, name: '2026-T2', organism: 'SIBIL', totals: null, href: 'https://assistant.test/sibil' },
        ],
      },
    ]}
  />,
);
export const Day = given(
  'Dernier jour',
  <Reminders {...props} kind="day" now={new Date('2026-07-10T06:00:00.000Z')} />,
);
export const Late = given(
  'Échéance passée',
  <Reminders {...props} kind="late" now={new Date('2026-07-11T06:00:00.000Z')} />,
);
export const Announced = given('Envoi automatique annoncé', <AutomaticAnnouncement {...announcement} />);
export const NotSent = given('Envoi automatique abandonné', <NotTransmitted {...announcement} />);

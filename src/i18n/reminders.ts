import type { ReminderKind } from '@/domain/automation/plan-reminder';

/** Each kind of reminder where a person turns it on or off. */
export const reminderLabels: Readonly<Record<ReminderKind, { readonly title: string; readonly hint: string }>> = {
  ready: {
    title: 'Une déclaration est prête',
    hint: 'Quand le spectacle est terminé, que ses recettes n’ont pas bougé depuis deux nuits et que rien ne manque.',
  },
  week: { title: 'Une semaine avant une échéance', hint: 'Pour ce qui n’est pas encore déclaré.' },
  day: { title: 'La veille d’une échéance', hint: 'Pour ce qui n’est toujours pas déclaré.' },
  late: { title: 'Après une échéance passée', hint: 'Une seule fois par déclaration.' },
};

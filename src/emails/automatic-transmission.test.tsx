import { describe, expect, it } from '@jest/globals';
import {
  AutomaticAnnouncement,
  type AutomaticAnnouncementProps,
  NotTransmitted,
  type NotTransmittedProps,
  toAutomaticAnnouncementSubject,
  toNotTransmittedSubject,
} from './automatic-transmission';
import { renderMail } from './render-mail';

const announcement: AutomaticAnnouncementProps = {
  firstname: 'Camille',
  organism: 'SACD',
  seriesName: 'La Nuit des gardiens',
  organizationName: 'Association Le Phare d’Ouessant',
  plannedFor: new Date('2026-07-08T06:00:00.000Z'),
  dueAt: new Date('2026-07-10T21:59:59.999Z'),
  totals: { performances: 3, tickets: 384, includingTaxesCents: 540_000 },
  allowedBy: 'Nolwenn Cadiou',
  allowedAt: new Date('2026-07-01T10:00:00.000Z'),
  stopHref: 'https://assistant.test/envoi-automatique/jeton',
  reviewHref: 'https://assistant.test/structures/1/spectacles/2/transmettre',
};
const failure: NotTransmittedProps = {
  firstname: 'Camille',
  organism: 'SACD',
  seriesName: 'La Nuit des gardiens',
  organizationName: 'Association Le Phare d’Ouessant',
  reason: 'figures',
  dueAt: announcement.dueAt,
  reviewHref: announcement.reviewHref,
};

describe('mails about automatic transmissions', () => {
  it('announce what leaves, when, who allowed it, and the way to stop it', async () => {
    expect(toAutomaticAnnouncementSubject(announcement)).toBe(
      'Demain, nous envoyons votre déclaration SACD – La Nuit des gardiens',
    );
    const { text } = await renderMail(<AutomaticAnnouncement {...announcement} />);
    expect(text).toContain('mercredi 8 juillet 2026 à 8\u00a0h');
    expect(text).toContain('Nolwenn Cadiou, le mercredi 1er juillet 2026');
    expect(text).toContain('5\u00a0400,00\u00a0€ TTC');
    expect(text).toContain(`Ne pas envoyer ${announcement.stopHref}`);
  });

  it.each([
    ['figures', 'ont changé'],
    ['incomplete', 'manque maintenant'],
    ['warnings', 'demande votre regard'],
    ['deadline', 'à temps avant l’échéance'],
    ['rights', 'ne fait plus partie'],
  ] as const)('say why nothing left: %s', async (reason, words) => {
    expect(toNotTransmittedSubject(failure)).toBe('Votre déclaration SACD n’est pas partie – La Nuit des gardiens');
    const { text } = await renderMail(<NotTransmitted {...failure} reason={reason} dueAt={null} />);
    expect(text).toContain(words);
    expect(text).toContain('Rien n’a été envoyé.');
    expect(text).not.toContain('Échéance');
    expect((await renderMail(<NotTransmitted {...failure} />)).text).toContain('vendredi 10 juillet 2026');
  });
});

import { describe, expect, it } from '@jest/globals';
import { ConnectionFailing, type ConnectionFailingProps, toConnectionFailingSubject } from './connection-failing';
import { renderMail } from './render-mail';

const props: ConnectionFailingProps = {
  firstname: 'Nolwenn',
  organizationName: 'Association <Le Phare>',
  connectionLabel: 'Compte Billetweb demo-user',
  systemLabel: 'Billetweb',
  errorCode: 'invalid-credentials',
  lastSuccessAt: new Date('2026-06-26T01:12:00.000Z'),
  href: 'https://assistant.test/structures/1/billetteries',
};

describe('mail about a connection that keeps failing', () => {
  it('names the system and the structure in its subject', () => {
    expect(toConnectionFailingSubject(props)).toBe(
      'Votre billetterie Billetweb ne se synchronise plus – Association <Le Phare>',
    );
  });

  it('says what happened, since when, that nothing is lost, and what to do', async () => {
    const { html, text } = await renderMail(<ConnectionFailing {...props} />);
    expect(text).toContain('Billetweb ne reconnaît plus votre clé.');
    expect(text).toContain('vendredi 26 juin 2026 à 3\u00a0h\u00a012');
    expect(text).toContain('sont conservés. Copiez une clé valable');
    expect(text).toContain('https://assistant.test/structures/1/billetteries');
    expect(html).toContain('Association &lt;Le Phare&gt;');
  });

  it('names both causes of a refused key where a firewall stands before it', async () => {
    const { text } = await renderMail(<ConnectionFailing {...props} systemLabel="Supersoniks" />);
    expect(text).toContain('Soit elle est périmée, soit le pare-feu de votre site bloque nos serveurs.');
    expect(text).toContain('Demandez au support de Supersoniks');
  });

  it.each([
    ['insufficient-rights', 'n’ouvre plus tous vos événements'],
    ['unavailable', 'La panne est de son côté'],
    ['rate-limited', 'vous n’avez rien à faire'],
    ['unexpected-answer', 'd’une façon que nous ne comprenons pas'],
  ] as const)('has its own words for %s', async (errorCode, words) => {
    const { text } = await renderMail(<ConnectionFailing {...props} errorCode={errorCode} lastSuccessAt={null} />);
    expect(text).toContain(words);
    expect(text).toContain('jamais');
  });
});

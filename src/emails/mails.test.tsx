import { describe, expect, it } from '@jest/globals';
import {
  DeclarationDocuments,
  type DeclarationDocumentsProps,
  toDeclarationDocumentsSubject,
} from './declaration-documents';
import { renderMail } from './render-mail';
import { SacemDeclaration, type SacemDeclarationProps, toSacemDeclarationSubject } from './sacem-declaration';
import { SubmissionProblem, type SubmissionProblemProps, toSubmissionProblemSubject } from './submission-problem';
import { SubmissionReceipt, type SubmissionReceiptProps, toSubmissionReceiptSubject } from './submission-receipt';

const declaration: SacemDeclarationProps = {
  seriesName: 'La Nuit des gardiens',
  organizationName: 'Association Le Phare d’Ouessant',
  siren: '552100554',
  sacemId: '500123',
  declarantName: 'Nolwenn Cadiou',
  declarantEmail: 'nolwenn@phare-ouessant.test',
  firstStartAt: new Date('2026-06-26T18:30:00.000Z'),
  lastStartAt: new Date('2026-06-30T12:00:00.000Z'),
  performances: 3,
  submissionNumber: 1,
  documents: [],
  mailCount: 0,
  correction: null,
};

const receipt: SubmissionReceiptProps = {
  organism: 'SACD',
  seriesName: 'La Nuit des gardiens',
  organizationName: 'Association Le Phare d’Ouessant',
  authorName: 'Nolwenn Cadiou',
  recipient: 'Service de télédéclaration de la SACD',
  sentAt: new Date('2026-07-06T08:00:00.000Z'),
  correction: null,
  isAccepted: true,
  numbers: ['900001', '900002'],
  documentName: 'Déclaration SACD - la-nuit-des-gardiens.xml',
  documentSha256: 'ab'.repeat(32),
  documents: null,
  href: 'https://assistant.test/structures/1/envois/2',
};

const problem: SubmissionProblemProps = {
  kind: 'refused',
  organism: 'SACD',
  seriesName: 'La Nuit des gardiens',
  recipient: 'Service de télédéclaration de la SACD',
  sentAt: new Date('2026-07-06T08:00:00.000Z'),
  reason: 'La SACD a refusé au moins une représentation.',
  answers: ['vendredi 26 juin 2026 à 20 h 30 : Jauge incohérente'],
  href: 'https://assistant.test/structures/1/envois/2',
};

const documents: DeclarationDocumentsProps = {
  organism: 'SACD',
  seriesName: 'La Nuit des gardiens',
  organizationName: 'Association Le Phare d’Ouessant',
  siren: '552100554',
  memberId: '40418',
  declarantName: 'Nolwenn Cadiou',
  declarantEmail: 'nolwenn@phare-ouessant.test',
  declaredAt: new Date('2026-07-06T08:00:00.000Z'),
  numbers: ['900001'],
  documents: [{ type: 'Contrat artistique', name: 'Contrat de cession.pdf' }],
  mailNumber: 2,
  mailCount: 3,
};

describe('mail of documents to an agency', () => {
  it('says which of the mails it is, what it brings and whom to answer', async () => {
    expect(toDeclarationDocumentsSubject(documents)).toBe(
      'Documents SACD – La Nuit des gardiens – Association Le Phare d’Ouessant (n° 40418) – 2/3',
    );
    const { text } = await renderMail(<DeclarationDocuments {...documents} />);
    expect(text).toContain('Contrat artistique, Contrat de cession.pdf');
    expect(text).toContain('le service en ligne de la SACD l’a acceptée');
    expect(text).toContain('votre réponse ira à Nolwenn Cadiou');
  });

  it('says nothing of numbers when it is alone', async () => {
    const alone = { ...documents, organism: 'SACEM' as const, numbers: [], mailNumber: 1, mailCount: 1 };
    expect(toDeclarationDocumentsSubject(alone)).not.toContain('/');
    const { text } = await renderMail(<DeclarationDocuments {...alone} />);
    expect(text).not.toContain('sur 1');
  });
});

describe('mail to the agency of SACEM', () => {
  it('lists the documents it brings, and says when others follow', async () => {
    const props = { ...declaration, documents: [{ type: 'Autre document', name: 'Affiche.png' }], mailCount: 2 };
    expect(toSacemDeclarationSubject(props)).toMatch(/ – 1\/2$/);
    const { text } = await renderMail(<SacemDeclaration {...props} />);
    expect(text).toContain('Autre document, Affiche.png');
    expect(text).toContain('D’autres documents suivent');
  });

  it('names the show, the structure and its client number in the subject', () => {
    expect(toSacemDeclarationSubject(declaration)).toBe(
      'Déclaration SACEM – La Nuit des gardiens – Association Le Phare d’Ouessant (client 500123)',
    );
  });

  it('says first, of a corrective one, what it cancels and replaces, and what changes', async () => {
    const correction = {
      number: 2,
      replaces: 1,
      submittedAt: new Date('2026-07-06T08:00:00.000Z'),
      changes: ['- Billets payants : 120 devient 118'],
    };
    const mention = 'Déclaration rectificative n° 2 : annule et remplace la déclaration n° 1 du 6 juillet 2026';
    expect(toSacemDeclarationSubject({ ...declaration, correction })).toContain(`${mention} – La Nuit`);
    const { text } = await renderMail(<SacemDeclaration {...declaration} correction={correction} />);
    expect(text.indexOf(mention)).toBeLessThan(text.indexOf('Bonjour'));
    expect(text).toContain('120 devient 118');
  });

  it('tells whom to answer', async () => {
    const { text } = await renderMail(<SacemDeclaration {...declaration} />);
    expect(text).toContain('votre réponse ira à Nolwenn Cadiou, nolwenn@phare-ouessant.test');
    expect(text).toContain('du 26 juin 2026 au 30 juin 2026, 3\u00a0représentations');
  });

  it('escapes what people typed', async () => {
    const { html } = await renderMail(<SacemDeclaration {...declaration} seriesName="<b>Nuit</b> & Cie" />);
    expect(html).toContain('&lt;b&gt;Nuit&lt;/b&gt; &amp; Cie');
    expect(html).not.toContain('<b>Nuit</b>');
  });
});

describe('receipt', () => {
  it('says accepted with the numbers of the organism', async () => {
    expect(toSubmissionReceiptSubject(receipt)).toBe('Votre déclaration SACD est acceptée – La Nuit des gardiens');
    const { text } = await renderMail(<SubmissionReceipt {...receipt} />);
    expect(text).toContain('900001, 900002');
    expect(text).toContain('ab'.repeat(32));
  });

  it('says sent, and nothing more, when no acknowledgement is expected', async () => {
    const sent = { ...receipt, organism: 'SACEM', isAccepted: false, numbers: [] } as const;
    const correction = { number: 2, replaces: 1, submittedAt: new Date('2026-07-06T08:00:00.000Z') };
    const corrected = await renderMail(<SubmissionReceipt {...sent} correction={correction} />);
    expect(corrected.text).toContain('annule et remplace la déclaration n°\u00a01 du 6 juillet 2026');
    expect(toSubmissionReceiptSubject(sent)).toBe('Votre déclaration SACEM est envoyée – La Nuit des gardiens');
    const { text } = await renderMail(<SubmissionReceipt {...sent} />);
    expect(text).toContain('est partie par courriel');
    expect(text).not.toContain('Numéros');
  });
});

describe('problem', () => {
  it.each([
    ['refused', 'La SACD a refusé votre déclaration – La Nuit des gardiens', 'Le formulaire est de nouveau ouvert'],
    ['failed', 'Votre déclaration SACD n’est pas partie – La Nuit des gardiens', 'Rien n’a été reçu'],
    ['unknown', 'Votre déclaration SACD est à vérifier – La Nuit des gardiens', 'sans vous'],
  ] as const)('tells what to do when it is %s', async (kind, subject, todo) => {
    expect(toSubmissionProblemSubject({ ...problem, kind })).toBe(subject);
    const { text } = await renderMail(<SubmissionProblem {...problem} kind={kind} />);
    expect(text).toContain(todo);
    expect(text).toContain('Jauge incohérente');
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  acceptedExtensions,
  maxDocumentBytes,
  maxMailBytes,
  planMails,
  selectDocuments,
  toDocumentFamily,
  toExtension,
  toMailBytes,
} from './documents';

describe('documents of a show', () => {
  const documents = (['ARTISTIC_CONTRACT', 'PERFORMED_WORK_PROGRAM', 'REVENUE_STATEMENT', 'OTHER'] as const).map(
    (type) => ({ type }),
  );

  it('all go to SACEM, contracts and what is not sorted to SACD, none to those we do not write to', () => {
    expect(selectDocuments('SACEM', documents)).toEqual(documents);
    expect(selectDocuments('SACD', documents)).toEqual([documents[0], documents[3]]);
    expect(selectDocuments('CNM', documents)).toEqual([]);
  });

  it('are known by their name', () => {
    expect(toDocumentFamily('Contrat de cession.PDF')).toBe('pdf');
    expect(toDocumentFamily('photo.heic')).toBe('image');
    expect(toDocumentFamily('note.odt')).toBe('text');
    expect(toDocumentFamily('bordereau.xlsx')).toBe('spreadsheet');
    expect(toDocumentFamily('dossier.pptx')).toBe('presentation');
    for (const name of ['macro.xlsm', 'page.html', 'dessin.svg', 'virus.pdf.exe', 'sans-extension', '.'])
      expect(toDocumentFamily(name)).toBeNull();
    expect(toExtension('a.b.C')).toBe('c');
    expect(acceptedExtensions).toContain('docx');
  });
});

describe('mails that carry documents', () => {
  it('count what base64 adds', () => {
    expect(toMailBytes(57)).toBe(76 + 2 + 1_000);
    expect(toMailBytes(58)).toBe(80 + 4 + 1_000);
  });

  it('are one while there is room, then several, in the order of the documents', () => {
    expect(planMails([])).toEqual([]);
    expect(planMails([1_000, 2_000])).toEqual([1, 1]);
    expect(planMails([maxDocumentBytes, maxDocumentBytes, maxDocumentBytes, 500])).toEqual([1, 1, 2, 1]);
  });

  it('are refused beyond five, or when one document alone does not fit', () => {
    expect(planMails(Array.from({ length: 10 }, () => maxDocumentBytes))).toHaveLength(10);
    expect(planMails(Array.from({ length: 11 }, () => maxDocumentBytes))).toBeNull();
    expect(planMails([maxMailBytes])).toBeNull();
  });

  it('never weigh more than their bound', () => {
    const sizes = Array.from({ length: 60 }, (_, index) => (index * 7_919) % 1_200_000);
    const plan = planMails(sizes) ?? [];
    const weights = new Map<number, number>();
    sizes.forEach((size, index) => {
      const mail = plan[index] ?? 0;
      weights.set(mail, (weights.get(mail) ?? 0) + toMailBytes(size));
    });
    for (const weight of weights.values()) expect(weight).toBeLessThanOrEqual(maxMailBytes - 2_000_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import { readImport } from '@/testing/read-import';

/** Column names as published by the software itself or in public code (docs/imports.md says where); the rows are invented. */
describe('An export whose columns are public', () => {
  const read = async (rows: readonly string[], answers = {}): Promise<unknown> => {
    const { series, unreadableRows, needs } = await readImport(`${rows.join('\n')}\n`, answers);
    const figures = series.flatMap(({ name, performances }) =>
      performances.map((one) => [name, one.startAt, one.paidTickets, one.freeTickets, one.includingTaxesCents]),
    );
    return { figures, unreadableRows, needs: needs.map(({ code }) => code) };
  };

  it('of the pass Culture is read: what was paid back counts, a duo is two tickets with one number', async () => {
    const header =
      '"Structure";"Nom de l’offre";"Localisation";"Date de l\'évènement";"EAN";"Prénom du bénéficiaire";"Nom du bénéficiaire";"Email du bénéficiaire";"Téléphone du bénéficiaire";"Date et heure de réservation";"Date et heure de validation";"Contremarque";"Intitulé du tarif";"Prix de la réservation";"Statut de la contremarque";"Date et heure de remboursement";"Type d\'offre";"Code postal du bénéficiaire";"Duo"';
    const row = (token: string, status: string, duo: string): string =>
      `"Théâtre du Lac";"La Nuit";"Salle A";"2026-06-26 20:30:00+02:00";"";"Aïcha";"Kerbrat";"a@public.example";"0600000000";"2026-05-02 10:11:12+02:00";"";"${token}";"Plein tarif";10.00;"${status}";"";"offre grand public";"35000";"${duo}"`;
    const rows = [
      header,
      row('AAA111', 'remboursé', 'DUO 1'),
      row('AAA111', 'remboursé', 'DUO 2'),
      row('BBB222', 'en cours de remboursement', 'Non'),
      row('CCC333', 'validé', 'Non'),
      row('DDD444', 'annulé', 'Non'),
      row('EEE555', 'réservé', 'Non'),
    ];
    expect(await read(rows, { taxRateBp: 550 })).toEqual({
      figures: [['La Nuit', '2026-06-26T18:30:00.000Z', 4, 0, 4000]],
      unreadableRows: [],
      needs: [],
    });
  });

  it('of HelloAsso is read: the form and its date are asked, since it names neither', async () => {
    const rows = [
      'Référence commande;Date de la commande;Statut de la commande;Nom participant;Prénom participant;Nom payeur;Prénom payeur;Email payeur;Raison sociale;Moyen de paiement;Billet;Numéro de billet;Tarif;Montant tarif;Code Promo;Montant code promo',
      '172000001;04/03/2026 14:25;Validé;Kerbrat;Aïcha;Kerbrat;Aïcha;a@public.example;;Carte bancaire;url;172000001;Plein tarif;15,00;;',
      '172000002;04/03/2026 14:26;Validé;Lozach;Yann;Lozach;Yann;y@public.example;;Gratuit;url;172000002;Invitation;0,00;;',
    ];
    expect(await read(rows)).toEqual({
      figures: [],
      unreadableRows: [],
      needs: ['performance-date', 'series-name', 'tax-rate'],
    });
    const answers = { seriesName: 'La Nuit', startAt: '2026-06-26T18:30:00.000Z', taxRateBp: 550 };
    expect(await read(rows, answers)).toEqual({
      figures: [['La Nuit', '2026-06-26T18:30:00.000Z', 1, 1, 1500]],
      unreadableRows: [],
      needs: [],
    });
  });

  it('in the exchange format of Arenametrix is read, with its own keys of shows and performances', async () => {
    const rows = [
      'Numero billet;Reservation;Date reservation;Heure reservation;Cle spectacle;Spectacle;Cle representation;Representation;Date representation;Heure representation;Date fin representation;Heure fin representation;Prix;Type de produit;Filiere de vente;Nom;Prenom;Email;Adresse;Code postal;Pays;Age;Sexe',
      '5000001;4000001;02/05/2026;10:11;901;La Nuit;902;La Nuit vendredi;26/06/2026;20:30;26/06/2026;22:00;15;Billet;Guichet;Kerbrat;Aïcha;a@public.example;1 rue;35000;France;33;F',
      '5000002;4000001;02/05/2026;10:11;901;La Nuit;902;La Nuit vendredi;26/06/2026;20:30;26/06/2026;22:00;0;Billet;Guichet;Lozach;Yann;y@public.example;1 rue;35000;France;33;M',
    ];
    expect(await read(rows)).toEqual({
      figures: [['La Nuit', '2026-06-26T18:30:00.000Z', 1, 1, 1500]],
      unreadableRows: [],
      needs: ['tax-rate'],
    });
  });
});

/** The show of the examples: one performance of 120 paid tickets at 15.00 € and 8 free ones, at 5.5 %. */
export const exampleShow = {
  name: 'La Nuit des gardiens',
  performances: [
    {
      id: 'seance-1',
      startAt: '2026-06-26T20:30:00+02:00',
      endAt: null,
      includingTaxesCents: 180_000,
      excludingTaxesCents: 170_616,
      taxRateBp: 550,
      paidTickets: 120,
      freeTickets: 8,
    },
  ],
};

export const exampleShowId = 'gardiens-2026';

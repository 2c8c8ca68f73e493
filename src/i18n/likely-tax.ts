import type { LikelyTaxReason } from '@/domain/likely-tax';

/** Why a genre leads to a tax on shows, in one sentence. */
export const likelyTaxSentences: Readonly<Record<LikelyTaxReason, string>> = {
  variety: 'Ce genre figure parmi les spectacles de variétés, soumis à la taxe du CNM.',
  drama: 'Ce genre relève de l’art dramatique, lyrique ou chorégraphique, soumis à la taxe de l’ASTP.',
  'not-listed': 'Ce genre ne figure dans aucune des deux listes\u00a0: aucune taxe n’est probablement due.',
  'circus-or-illusion': 'Le cirque ne doit aucune taxe\u00a0; un spectacle d’illusionniste relève du CNM.',
  'musical-form':
    'L’opérette et le théâtre musical relèvent de l’ASTP\u00a0; pour une autre comédie musicale, vérifiez auprès des organismes.',
  humour: 'L’humour relève du CNM, sauf dans un théâtre adhérent de l’ASTP.',
  'opera-or-concert': 'L’opéra relève de l’ASTP\u00a0; un concert classique ne doit aucune taxe.',
  'world-or-traditional': 'Les musiques du monde relèvent du CNM\u00a0; la musique traditionnelle ne doit aucune taxe.',
  'ice-or-park': 'Les spectacles sur glace ou aquatiques relèvent du CNM\u00a0; pour un parc, vérifiez auprès du CNM.',
  undetermined: 'Tout dépend de ce qui est joué\u00a0: vérifiez auprès du CNM ou de l’ASTP.',
};

'use client';
import { useDraftReading, useDraftSession, useField } from '../draft-context';
import { parseCredit } from '../store/input';
import { AmountPairField } from './amount-pair-field';
import { listAskedAnswers } from './asked-answers';
import { LineField } from './line-field';
import { YesNoField } from './yes-no-field';
import styles from '../declaration.module.css';

/** Usual rate of a sale contract between professionals; only a proposal. */
const contractRateBp = 550;

/** What the chosen tax on shows depends on, and nothing more. */
export function TaxFields() {
  const { organisms } = useDraftSession();
  const asked = useDraftReading((draft) => listAskedAnswers(draft, organisms).join()).split(',');
  return (
    <div className={styles.fields}>
      {asked.includes('artists') && (
        <LineField
          parse={parseCredit}
          path="series.artists"
          label="Artistes"
          hint="Tels qu’ils sont à l’affiche. Conseillé par le CNM, pas obligatoire."
        />
      )}
      {asked.includes('isSubsidised') && (
        <YesNoField
          path="organization.isSubsidised"
          label="Votre structure est-elle publique ou subventionnée ?"
          hint="Cette réponse vaut pour toute votre structure. La taxe de l’ASTP l’épargne le plus souvent."
        />
      )}
      {asked.includes('hasPrivateContract') && (
        <YesNoField
          path="series.hasPrivateContract"
          label="Ce spectacle repose-t-il sur un contrat avec un entrepreneur privé non subventionné ?"
          hint="Coproduction, coréalisation, location ou cession. Si oui, la taxe est due."
        />
      )}
      {asked.includes('schoolSessionsExempt') && (
        <YesNoField
          path="series.schoolSessionsExempt"
          label="Les représentations scolaires sont-elles des séances éducatives d’un établissement public ou sous contrat ?"
          hint="Si oui, elles ne sont pas taxées."
        />
      )}
      {asked.includes('salePrice') && <SalePriceField />}
    </div>
  );
}

function SalePriceField() {
  const { store } = useDraftSession();
  const state = useField('series.salePrice');
  return (
    <AmountPairField
      id="series.salePrice"
      label="Prix du contrat de cession"
      hint="Quand l’entrée est gratuite, la taxe porte sur ce prix et c’est le vendeur qui la doit. Zéro s’il n’y a pas de contrat."
      proposedRateBp={contractRateBp}
      state={state}
      readState={() => store.getField('series.salePrice')}
      shown={state.value}
      onValue={(pair) => store.edit('series.salePrice', pair)}
      onInvalid={(invalid) => store.reject('series.salePrice', invalid)}
    />
  );
}

/** What SIBIL is, why it is asked, and what is sure about it. */
export function AboutSibil() {
  return (
    <>
      <p className="fr-text--lead">
        SIBIL recueille la billetterie du spectacle vivant pour les statistiques du ministère de la Culture. Vous lui
        transmettez chaque représentation, une fois par trimestre.
      </p>
      <details className="app-details fr-mb-4w">
        <summary>Pourquoi, et ce qui est sûr</summary>
        <div>
          <p>
            La loi n°&nbsp;2016-925 (article 48) le demande aux entrepreneurs de spectacles qui ont une licence et
            répondent de la billetterie, même quand un tiers vend les billets. Cette transmission ne remplace aucune
            autre déclaration.
          </p>
          <h2 className="fr-h6">Confirmé par une source officielle</h2>
          <ul>
            <li>L’obligation et ce qu’elle contient, représentation par représentation (article 48 de la loi).</li>
            <li>L’échéance&nbsp;: avant le 10 du mois qui suit le trimestre (décret n°&nbsp;2017-926).</li>
          </ul>
          <h2 className="fr-h6">Non confirmé</h2>
          <ul>
            <li>
              Les colonnes du fichier&nbsp;: nous reprenons les champs connus, l’import de SIBIL n’est pas publié.
            </li>
            <li>La recette TTC, admise d’après des sources professionnelles.</li>
            <li>La façon de corriger un trimestre que le ministère a déjà clos&nbsp;: demandez-la-lui.</li>
          </ul>
        </div>
      </details>
    </>
  );
}

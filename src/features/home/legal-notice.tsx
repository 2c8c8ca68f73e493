import { contactEmail, serviceName } from '@/components/layout/service';
import { Prose } from '@/components/layout/prose';

export function LegalNotice() {
  return (
    <Prose title="Mentions légales">
      <h2>Éditeur</h2>
      <p>{serviceName} est édité par le service du numérique du ministère de la Culture.</p>
      <h2>Hébergement</h2>
      <p>Le service et ses données sont hébergés en France par Scalingo SAS.</p>
      <h2>Nous écrire</h2>
      <p>
        <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
      </p>
    </Prose>
  );
}

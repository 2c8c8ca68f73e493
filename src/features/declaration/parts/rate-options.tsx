import { legalRatesBp, suggestRates } from '@/domain/tax';
import { formatRate } from '@/i18n/format';

/** Rates usual at the venue first, then the others; the present one is always among them. */
export function RateOptions({
  postalCode,
  current,
}: {
  readonly postalCode: string | null;
  readonly current: number | null;
}) {
  const usual = suggestRates(postalCode ?? '').ratesBp;
  const all = new Set<number>([...legalRatesBp, ...(current === null ? [] : [current])]);
  const others = [...all].filter((rateBp) => !usual.includes(rateBp)).sort((left, right) => left - right);
  return (
    <>
      <optgroup label="Taux habituels à cet endroit">
        {usual.map((rateBp) => (
          <RateOption key={rateBp} rateBp={rateBp} />
        ))}
      </optgroup>
      <optgroup label="Autres taux">
        {others.map((rateBp) => (
          <RateOption key={rateBp} rateBp={rateBp} />
        ))}
      </optgroup>
    </>
  );
}

function RateOption({ rateBp }: { readonly rateBp: number }) {
  return <option value={rateBp}>{rateBp === 0 ? `${formatRate(0)} (non assujetti)` : formatRate(rateBp)}</option>;
}

/** Rate of an option's value; null for the option that stands for none. */
export function readRate(value: string): number | null {
  return /^\d{1,5}$/.test(value) ? Number(value) : null;
}

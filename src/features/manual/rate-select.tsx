import type { ComponentProps } from 'react';
import { legalRatesBp } from '@/domain/tax';
import { formatRate } from '@/i18n/format';
import { severalRates } from './typed-row';

/** The rate of tickets in mainland France, which is right more often than not, and shown so that it can be changed. */
export const usualRate = '550';

/** VAT rate of the tickets; `several` where it may be that they do not share one. */
export function RateSelect({
  hasSeveral,
  ...select
}: ComponentProps<'select'> & { readonly value: string; readonly hasSeveral: boolean }) {
  const rates = new Set([...legalRatesBp.map(String), ...(select.value === severalRates ? [] : [select.value])]);
  return (
    <select className="fr-select" {...select}>
      {[...rates].map((rate) => (
        <option key={rate} value={rate}>
          {rate === '0' ? `${formatRate(0)} (non assujetti)` : formatRate(Number(rate))}
        </option>
      ))}
      {hasSeveral && <option value={severalRates}>Plusieurs taux</option>}
    </select>
  );
}

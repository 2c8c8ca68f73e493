'use client';
import { type OtherRevenueKind, otherRevenueKinds } from '@/domain/declaration/bounds';
import { toFallbackValues } from '@/domain/declaration/overrides';
import { audiences } from '@/domain/genre';
import { formatRate } from '@/i18n/format';
import { audienceLabels, otherRevenueLabels } from '@/i18n/labels';
import { useDraftSession, useField, usePerformance } from '../draft-context';
import { parseCount } from '../store/input';
import { AmountPairField } from './amount-pair-field';
import { describeCapacity } from './describe-capacity';
import { FieldFrame } from './field-frame';
import { toFieldId } from './field-ids';
import { FigureOrigin } from './figure-origin';
import { toOwnVenueEdits } from './own-venue';
import { RateOptions, readRate } from './rate-options';
import { useTextInput } from './use-text-input';
import { VenueField } from './venue-field';
import styles from '../declaration.module.css';

/** Rates usual for each origin of side revenue; only what the proposal of HT starts from. */
const proposedRatesBp: Readonly<Record<OtherRevenueKind, number>> = {
  bar: 2000,
  catering: 1000,
  programmes: 550,
  other: 2000,
};

/** What is seldom needed of a performance: where its figures come from, its own venue, capacity…, its side revenue. */
export function PerformanceDetails({ id }: { readonly id: string }) {
  const { organisms } = useDraftSession();
  return (
    <div className={styles.details}>
      <FigureOrigin id={id} />
      <h3 className="fr-h6">Ce qui diffère du reste du spectacle</h3>
      <div className={styles.fields}>
        <OwnVenueField id={id} />
        <OwnCapacityField id={id} />
        <OwnAudienceField id={id} />
        <OwnRateField id={id} />
      </div>
      {organisms.includes('SACEM') && (
        <>
          <h3 className="fr-h6">Recettes annexes, pour la SACEM</h3>
          <div className={styles.fields}>
            {otherRevenueKinds.map((kind) => (
              <OtherRevenueField key={kind} id={id} kind={kind} />
            ))}
          </div>
        </>
      )}
    </div>
  );
}

function OtherRevenueField({ id, kind }: { readonly id: string; readonly kind: OtherRevenueKind }) {
  const { store } = useDraftSession();
  const path = `performances.${id}.otherRevenue.${kind}` as const;
  const state = useField(path);
  const isNothing = state.value.includingTaxesCents === 0 && state.value.excludingTaxesCents === 0;
  return (
    <AmountPairField
      id={toFieldId(`performances.otherRevenue.${kind}`, id)}
      label={otherRevenueLabels[kind]}
      proposedRateBp={proposedRatesBp[kind]}
      state={state}
      readState={() => store.getField(path)}
      shown={isNothing ? null : state.value}
      onValue={(pair) => store.edit(path, pair ?? { excludingTaxesCents: 0, includingTaxesCents: 0 })}
      onInvalid={(invalid) => store.reject(path, invalid)}
    />
  );
}

function OwnVenueField({ id }: { readonly id: string }) {
  const { store, locked } = useDraftSession();
  const path = `performances.${id}.overrides.venue` as const;
  const own = useField(path).value;
  const common = useField('series.venue').value;
  return (
    <div className={styles.wide}>
      <VenueField
        id={toFieldId('performances.venue', id)}
        label="Lieu de cette représentation"
        hint={own ? 'Différent du lieu du spectacle' : 'Comme le spectacle'}
        value={own ?? common}
        onChange={(venue, capacity) => {
          store.editAll(toOwnVenueEdits(store.getDraft().series, id, venue, capacity));
          store.closeEdit();
        }}
      />
      {own && !locked && (
        <button
          type="button"
          className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm"
          onClick={() => {
            store.edit(path, null);
            store.closeEdit();
          }}
        >
          Revenir au lieu du spectacle
        </button>
      )}
    </div>
  );
}

function OwnCapacityField({ id }: { readonly id: string }) {
  const { store, locked } = useDraftSession();
  const path = `performances.${id}.overrides.capacity` as const;
  const state = useField(path);
  const common = useField('series.capacity').value;
  const fieldId = toFieldId('performances.capacity', id);
  const { input, fault } = useTextInput({
    state,
    readState: () => store.getField(path),
    text: state.value === null ? '' : String(state.value),
    parse: parseCount,
    commits: 'leave',
    onValue: (value) => store.edit(path, value === common ? null : value),
    onInvalid: (invalid) => store.reject(path, invalid),
    onLeave: () => store.closeEdit(),
  });
  return (
    <FieldFrame
      id={fieldId}
      label="Jauge de cette représentation"
      hint={`Vide\u00a0: comme le spectacle (${describeCapacity(common)})`}
      fault={fault}
    >
      <input
        id={fieldId}
        className="fr-input"
        inputMode="numeric"
        readOnly={locked}
        aria-describedby={`${fieldId}-message`}
        {...input}
      />
    </FieldFrame>
  );
}

function OwnAudienceField({ id }: { readonly id: string }) {
  const { store, locked } = useDraftSession();
  const path = `performances.${id}.overrides.audience` as const;
  const { value } = useField(path);
  const common = useField('series.audience').value;
  const fieldId = `performances.${id}.audience`;
  return (
    <FieldFrame id={fieldId} label="Public de cette représentation" isSelect>
      <select
        id={fieldId}
        className="fr-select"
        disabled={locked}
        value={value ?? ''}
        onChange={(event) => {
          const audience = audiences.find((known) => known === event.target.value) ?? null;
          store.edit(path, audience === common ? null : audience);
          store.closeEdit();
        }}
      >
        <option value="">Comme le spectacle ({audienceLabels[common].toLowerCase()})</option>
        {audiences.map((audience) => (
          <option key={audience} value={audience}>
            {audienceLabels[audience]}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

function OwnRateField({ id }: { readonly id: string }) {
  const { store, locked } = useDraftSession();
  const path = `performances.${id}.overrides.taxRateBp` as const;
  const { value } = useField(path);
  const performance = usePerformance(id);
  useField('series.taxRateBp');
  const common = performance ? toFallbackValues(store.getDraft().series, performance).taxRateBp : null;
  const commonVenue = useField('series.venue').value;
  const venue = useField(`performances.${id}.overrides.venue`).value ?? commonVenue;
  const fieldId = `performances.${id}.taxRateBp`;
  return (
    <FieldFrame id={fieldId} label="Taux de TVA de cette représentation" isSelect>
      <select
        id={fieldId}
        className="fr-select"
        disabled={locked}
        value={value ?? ''}
        onChange={(event) => {
          const rateBp = readRate(event.target.value);
          store.edit(path, rateBp === common ? null : rateBp);
          store.closeEdit();
        }}
      >
        <option value="">
          {common === null
            ? 'Comme les billets (taux inconnu ou plusieurs taux)'
            : `Comme prévu (${formatRate(common)})`}
        </option>
        <RateOptions postalCode={venue?.address.postalCode ?? null} current={value} />
      </select>
    </FieldFrame>
  );
}

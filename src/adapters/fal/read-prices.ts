import type { Estimate } from '../../core/ports/generator.ts';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import { formatUsd, usdToMicros } from '../../domain/jobs/money.ts';
import { billedUnits } from './build-input.ts';
import { askFal, type FalClient } from './fal-client.ts';
import { isRecord, jsonOf } from './fal-faults.ts';
import { type FalModel, type PriceUnit, tablePricesDate } from './models.ts';

interface UnitPrice {
  readonly usdMicros: number;
  /** null: from our table. */
  readonly pricedAtMs: number | null;
}

export interface FalPrices {
  /** Price of one unit of the model now: live, or the last live one, or the table's. */
  unitPrice(model: FalModel): Promise<UnitPrice>;
  estimate(model: FalModel, request: PictureRequest): Promise<Estimate>;
}

/** A price is asked for again after this long. */
const freshMs = 5 * 60_000;
/** After a failed look-up the next one waits, so that a batch offline does not ask for every shot. */
const retryMs = 30_000;

/** Names that the price list uses for the units of the table. */
const unitNames: Readonly<Record<PriceUnit, readonly string[]>> = {
  megapixel: ['megapixel', 'megapixels', 'mp', 'image', 'images'],
  second: ['second', 'seconds', 's', 'video second', 'video seconds'],
};

export function createFalPrices(client: FalClient): FalPrices {
  const live = new Map<string, UnitPrice & { readonly pricedAtMs: number }>();
  const asked = new Map<string, { readonly atMs: number; readonly answer: Promise<void> }>();

  const refresh = (model: FalModel): Promise<void> => {
    const nowMs = client.clock.nowMs();
    const known = live.get(model.id);
    if (known !== undefined && nowMs - known.pricedAtMs < freshMs) return Promise.resolve();
    const last = asked.get(model.id);
    if (last !== undefined && nowMs - last.atMs < retryMs) return last.answer;
    const answer = readLivePrice(client, model).then((usdMicros) => {
      if (usdMicros !== null) live.set(model.id, { usdMicros, pricedAtMs: client.clock.nowMs() });
    });
    asked.set(model.id, { atMs: nowMs, answer });
    return answer;
  };

  const unitPrice = async (model: FalModel): Promise<UnitPrice> => {
    await refresh(model);
    return live.get(model.id) ?? { usdMicros: model.tablePriceUsdMicros, pricedAtMs: null };
  };

  return {
    unitPrice,
    async estimate(model, request) {
      const price = await unitPrice(model);
      const units = billedUnits(model, request);
      const each = formatUsd(price.usdMicros);
      const work =
        model.kind === 'still'
          ? `1 image of ${units} MP at ${each} a megapixel`
          : `${units} s of video at ${each} a second`;
      const source = price.pricedAtMs === null ? `, price of ${tablePricesDate}` : '';
      return {
        costUsdMicros: Math.round(units * price.usdMicros),
        basis: `${work} (${model.name}${source})`,
        pricedAtMs: price.pricedAtMs,
      };
    },
  };
}

/** Fal's own price list; null when it does not answer, or counts in a unit that we cannot count in beforehand. */
async function readLivePrice(client: FalClient, model: FalModel): Promise<number | null> {
  const address = `https://api.fal.ai/v1/models/pricing?endpoint_id=${encodeURIComponent(model.id)}`;
  const asked = await askFal(client, { method: 'GET', address });
  if (!asked.ok || asked.value.kind !== 'answer' || asked.value.status !== 200) return null;
  const prices = jsonOf(asked.value)?.['prices'];
  if (!Array.isArray(prices)) return null;
  const entry = prices.filter(isRecord).find((price) => price['endpoint_id'] === model.id);
  const unitPrice = entry?.['unit_price'];
  const unit = entry?.['unit'];
  if (typeof unitPrice !== 'number' || !(unitPrice >= 0) || typeof unit !== 'string') return null;
  if (entry?.['currency'] !== 'USD' || !unitNames[model.unit].includes(unit.toLowerCase())) return null;
  return usdToMicros(unitPrice);
}

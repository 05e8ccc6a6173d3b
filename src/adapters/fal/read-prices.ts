import type { Estimate } from '../../core/ports/generator.ts';
import type { ModelFacts, PriceUnit } from '../../domain/jobs/model-facts.ts';
import { formatUsd, usdMicrosPerUsd } from '../../domain/jobs/money.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { isRecord } from '../../net/read-answer.ts';
import { askPlatform } from './ask-platform.ts';
import type { FalClient } from './fal-client.ts';
import { type FalPlan, type FalPrice, tablePricesDate } from './models/fal-model.ts';

/** A price as Fal's list has it. */
interface LivePrice {
  /** Of one unit as Fal counts it, whatever that is: what billable units are multiplied by. */
  readonly usdMicrosPerBilledUnit: number;
  /** The same in a unit of ours; null for one that we cannot count in. */
  readonly price: FalPrice | null;
  readonly pricedAtMs: number;
}

export interface FalPrices {
  /** What a plan costs now: by the live price, or the last live one, or the table's. */
  estimate(plan: FalPlan): Promise<Result<Estimate>>;
  /** What billed units of an endpoint cost; null while nobody knows. */
  chargeOf(plan: Pick<FalPlan, 'endpoint' | 'prices'>, units: number): Promise<number | null>;
  /** The prices of an endpoint as they are known without asking. */
  known(endpoint: string, table: readonly FalPrice[]): ModelFacts['prices'];
}

/** A price is asked for again after this long. */
const freshMs = 5 * 60_000;
/** After a failed look-up the next one waits, so that a batch offline does not ask for every shot. */
const retryMs = 30_000;

export function createFalPrices(client: FalClient): FalPrices {
  const live = new Map<string, LivePrice>();
  const asked = new Map<string, { readonly atMs: number; readonly answer: Promise<void> }>();

  const refresh = (endpoint: string): Promise<void> => {
    const nowMs = client.clock.nowMs();
    const last = asked.get(endpoint);
    const known = live.get(endpoint);
    if (known !== undefined && nowMs - known.pricedAtMs < freshMs) return Promise.resolve();
    if (last !== undefined && nowMs - last.atMs < retryMs) return last.answer;
    const answer = readLivePrice(client, endpoint).then((price) => {
      if (price !== null) live.set(endpoint, price);
    });
    asked.set(endpoint, { atMs: nowMs, answer });
    return answer;
  };

  return {
    async estimate(plan) {
      await refresh(plan.endpoint);
      const known = live.get(plan.endpoint);
      // A model that is counted both ways has two prices; Fal's list has one, which cannot stand for both.
      const counts = known?.price != null && plan.amounts[known.price.unit] !== undefined;
      const useLive = counts && plan.prices.length < 2;
      const prices = useLive && known?.price != null ? [known.price] : plan.prices;
      if (prices.length === 0) {
        return fail(
          'provider.price-unknown',
          `Fal does not say what ${plan.name} costs. Nothing was sent. Choose another model, or try again later.`,
        );
      }
      const parts = prices.map((price) => (plan.amounts[price.unit] ?? 1) * usdMicrosPerOne(price));
      const source = useLive ? '' : `, price of ${tablePricesDate}`;
      return ok({
        costUsdMicros: Math.ceil(parts.reduce((sum, part) => sum + part, 0) - 1e-6),
        basis: `${plan.work} at ${prices.map(priceWords).join(' and ')} (${plan.name}${source})`,
        pricedAtMs: useLive ? (known?.pricedAtMs ?? null) : null,
      });
    },
    async chargeOf({ endpoint, prices }, units) {
      await refresh(endpoint);
      const known = live.get(endpoint);
      if (known !== undefined) return Math.round(units * known.usdMicrosPerBilledUnit);
      const [only, ...others] = prices;
      if (only === undefined || others.length > 0 || perMillion.includes(only.unit)) return null;
      return Math.round(units * only.usdMicros);
    },
    known(endpoint, table) {
      const now = live.get(endpoint);
      if (now?.price != null && table.length < 2) return [{ ...now.price, pricedAtMs: now.pricedAtMs }];
      return table.map((price) => ({ ...price, pricedAtMs: null }));
    },
  };
}

const perMillion: readonly PriceUnit[] = ['character', 'word', 'input-token', 'output-token'];

function usdMicrosPerOne({ unit, usdMicros }: FalPrice): number {
  return perMillion.includes(unit) ? usdMicros / 1_000_000 : usdMicros;
}

const unitWords = {
  image: 'an image',
  megapixel: 'a megapixel',
  second: 'a second',
  minute: 'a minute',
  character: 'a million characters',
  word: 'a million words',
  'input-token': 'a million tokens read',
  'output-token': 'a million tokens written',
  request: 'a request',
  'compute-second': 'a second of computing',
} as const satisfies Record<PriceUnit, string>;

function priceWords({ unit, usdMicros }: FalPrice): string {
  return `${formatUsd(usdMicros)} ${unitWords[unit]}`;
}

/** Fal's own price list; null when it does not answer or does not have the endpoint. */
async function readLivePrice(client: FalClient, endpoint: string): Promise<LivePrice | null> {
  const asked = await askPlatform(client, 'models/pricing', { endpoint_id: endpoint });
  const prices = asked.kind === 'answer' ? asked.value['prices'] : null;
  if (!Array.isArray(prices)) return null;
  const entry = prices.filter(isRecord).find((price) => price['endpoint_id'] === endpoint);
  const unitPrice = entry?.['unit_price'];
  const unit = entry?.['unit'];
  if (typeof unitPrice !== 'number' || !(unitPrice >= 0) || typeof unit !== 'string') return null;
  if (entry?.['currency'] !== 'USD') return null;
  return {
    usdMicrosPerBilledUnit: unitPrice * usdMicrosPerUsd,
    price: priceOf(unit, unitPrice * usdMicrosPerUsd),
    pricedAtMs: client.clock.nowMs(),
  };
}

/** Fal's names of what it counts. Tokens are left out: it does not say whether they are read or written. */
const unitNames: Readonly<Record<string, PriceUnit>> = {
  image: 'image',
  megapixel: 'megapixel',
  mp: 'megapixel',
  'processed megapixel': 'megapixel',
  second: 'second',
  'video second': 'second',
  'audio second': 'second',
  minute: 'minute',
  'audio minute': 'minute',
  character: 'character',
  word: 'word',
  generation: 'request',
  request: 'request',
  audio: 'request',
  video: 'request',
  'compute second': 'compute-second',
  'gpu second': 'compute-second',
};

/** "1000 characters", "megapixels", "1m characters": a price in our unit, or null. */
export function priceOf(unit: string, usdMicros: number): FalPrice | null {
  const match = /^(?:(\d[\d,]*)\s*([km])?\s+)?(.+?)$/.exec(unit.trim().toLowerCase());
  const name = (match?.[3] ?? '').replaceAll('_', ' ').replace(/s$/, '');
  const ours = unitNames[name];
  if (ours === undefined) return null;
  const many = { k: 1_000, m: 1_000_000 }[match?.[2] ?? ''] ?? 1;
  const count = Number((match?.[1] ?? '1').replaceAll(',', '')) * many;
  if (count <= 0) return null;
  const one = usdMicros / count;
  return { unit: ours, usdMicros: perMillion.includes(ours) ? one * 1_000_000 : one };
}

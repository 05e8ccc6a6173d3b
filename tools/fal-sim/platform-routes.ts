import { isCompleted, type SimContext } from './sim-context.ts';
import { answerJson, type Exchange } from './sim-exchange.ts';
import { type SimModel, simModels } from './sim-models.ts';
import type { SimRequest } from './sim-requests.ts';

/** GET /v1/models?endpoint_id=…&status=active&expand=openapi-3.0 */
export async function modelsRoute(sim: SimContext, exchange: Exchange): Promise<void> {
  if (sim.faults.strike(['models-500'], '') !== null) {
    return answerJson(exchange, 500, { detail: 'Internal Server Error' });
  }
  const asked = listOf(exchange, 'endpoint_id');
  const withForms = listOf(exchange, 'expand').includes('openapi-3.0');
  const status = exchange.url.searchParams.get('status');
  const all = Object.entries(simModels)
    .filter(([id]) => asked.length === 0 || asked.includes(id))
    .map(([id, model]) => ({ id, model, gone: sim.faults.strike(['withdrawn'], id) !== null }))
    .filter(({ gone }) => status === null || (status === 'deprecated') === gone);
  const { items, ...rest } = pageOf(exchange, all);
  answerJson(exchange, 200, {
    models: items.map(({ id, model, gone }) => ({
      endpoint_id: id,
      metadata: {
        display_name: model.name,
        category: model.category,
        description: `The stand-in's ${model.name}`,
        status: gone ? 'deprecated' : 'active',
        tags: [],
      },
      ...(withForms ? { openapi: openapiOf(id, model) } : {}),
    })),
    ...rest,
  });
}

/** As the platform writes it: the form behind a reference, under a name of its own. */
function openapiOf(id: string, model: SimModel): unknown {
  return {
    openapi: '3.0.4',
    components: { schemas: { ModelInput: model.schema, ModelOutput: outputSchema(model) } },
    paths: {
      [`/${id}`]: {
        post: {
          requestBody: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/ModelInput' } } },
          },
        },
      },
      [`/${id}/requests/{request_id}`]: {
        get: {
          responses: {
            200: {
              content: { 'application/json': { schema: { $ref: '#/components/schemas/ModelOutput' } } },
            },
          },
        },
      },
    },
  };
}

function outputSchema({ output }: SimModel): unknown {
  const file = { type: 'object', properties: { url: { type: 'string' } }, required: ['url'] };
  const field = output.field === 'images' ? { type: 'array', items: file } : file;
  return { type: 'object', properties: { [output.field]: output.medium === 'text' ? {} : field } };
}

/** GET /v1/models/pricing?endpoint_id=a,b */
export async function pricingRoute(sim: SimContext, exchange: Exchange): Promise<void> {
  if (sim.faults.strike(['no-prices'], '') !== null)
    return answerJson(exchange, 503, { detail: 'unavailable' });
  const ids = listOf(exchange, 'endpoint_id');
  const factor = sim.faults.strike(['dearer'], ids.join(' ')) === null ? 1 : 2;
  const prices = ids.flatMap((id) => {
    const model = simModels[id];
    if (model === undefined) return [];
    return [{ endpoint_id: id, unit_price: model.unitPriceUsd * factor, unit: model.unit, currency: 'USD' }];
  });
  answerJson(exchange, 200, { prices, next_cursor: null, has_more: false });
}

/** GET /v1/models/requests/by-endpoint: what has ended, the last first; without `start` that of the last day. */
export async function byEndpointRoute(sim: SimContext, exchange: Exchange): Promise<void> {
  const endpoint = exchange.url.searchParams.get('endpoint_id');
  if (endpoint === null) return answerJson(exchange, 422, { detail: 'endpoint_id is required' });
  switch (sim.faults.strike(['list-forbidden', 'list-500'], endpoint)?.fault) {
    case 'list-forbidden':
      return answerJson(exchange, 403, { detail: 'This key may not list requests' });
    case 'list-500':
      return answerJson(exchange, 500, { detail: 'Internal Server Error' });
    default:
  }
  const withPayloads =
    listOf(exchange, 'expand').includes('payloads') &&
    sim.faults.strike(['list-without-payloads'], endpoint) === null;
  const start = timeOf(exchange, 'start') ?? Date.now() - 24 * 60 * 60_000;
  const end = timeOf(exchange, 'end') ?? Number.POSITIVE_INFINITY;
  const status = exchange.url.searchParams.get('status');
  const all = sim.requests.all
    .filter((request) => request.endpoint === endpoint && isCompleted(sim, request))
    .filter(({ submittedAtMs }) => submittedAtMs >= start && submittedAtMs < end)
    .filter(({ ending, cancelled }) => status !== 'success' || (ending.kind === 'result' && !cancelled))
    .toReversed();
  const { items, ...rest } = pageOf(exchange, all);
  answerJson(exchange, 200, { items: items.map((one) => listed(sim, one, withPayloads)), ...rest });
}

function listed(sim: SimContext, request: SimRequest, withPayloads: boolean): unknown {
  const { requestId, endpoint, input, submittedAtMs, ending } = request;
  const endedAtMs = submittedAtMs + sim.latencyMs;
  return {
    request_id: requestId,
    endpoint_id: endpoint,
    sent_at: new Date(submittedAtMs).toISOString(),
    started_at: new Date(submittedAtMs).toISOString(),
    ended_at: new Date(endedAtMs).toISOString(),
    status_code: ending.kind === 'result' ? 200 : ending.status,
    duration: sim.latencyMs / 1_000,
    ...(withPayloads ? { json_input: input, json_output: {} } : {}),
  };
}

/** GET /v1/models/billing-events?request_id=…: for keys that may read them. */
export async function billingEventsRoute(sim: SimContext, exchange: Exchange): Promise<void> {
  if (sim.faults.strike(['billing-forbidden'], '') !== null) {
    return answerJson(exchange, 403, { detail: 'An admin key is required' });
  }
  const asked = listOf(exchange, 'request_id');
  const charges = sim.requests
    .charges((request) => isCompleted(sim, request))
    .filter(({ requestId }) => asked.length === 0 || asked.includes(requestId));
  const { items, ...rest } = pageOf(exchange, charges);
  answerJson(exchange, 200, {
    billing_events: items.map(({ requestId, endpoint, units, costUsdMicros }) => ({
      request_id: requestId,
      endpoint_id: endpoint,
      timestamp: new Date(sim.requests.find(requestId)?.submittedAtMs ?? 0).toISOString(),
      output_units: units,
      unit_price: costUsdMicros / 1_000_000 / units,
      percent_discount: 0,
      cost_estimate_nano_usd: costUsdMicros * 1_000,
    })),
    ...rest,
  });
}

function listOf({ url }: Exchange, name: string): string[] {
  return url.searchParams.getAll(name).flatMap((value) => value.split(','));
}

function timeOf({ url }: Exchange, name: string): number | null {
  const text = url.searchParams.get(name);
  const time = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

/** A page of a list; the cursor is the number of the next one, as the platform has it. */
function pageOf<T>(
  { url }: Exchange,
  all: readonly T[],
): { readonly items: readonly T[]; readonly next_cursor: string | null; readonly has_more: boolean } {
  const limit = Math.min(100, Math.max(1, Number(url.searchParams.get('limit') ?? 50)));
  const page = Number(Buffer.from(url.searchParams.get('cursor') ?? '', 'base64').toString('utf8') || 0);
  const more = all.length > (page + 1) * limit;
  return {
    items: all.slice(page * limit, (page + 1) * limit),
    next_cursor: more ? Buffer.from(String(page + 1)).toString('base64') : null,
    has_more: more,
  };
}

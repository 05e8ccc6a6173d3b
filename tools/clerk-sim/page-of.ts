import type { SimCall } from './sim-context.ts';

/** Clerk pages by `limit` and `offset`. */
export function pageOf(all: readonly unknown[], { exchange }: Pick<SimCall, 'exchange'>): unknown {
  const asked = exchange.url.searchParams;
  const offset = Number(asked.get('offset') ?? 0);
  const limit = Number(asked.get('limit') ?? 10);
  return { data: all.slice(offset, offset + limit), total_count: all.length };
}

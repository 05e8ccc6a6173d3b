import { loadavg } from 'node:os';

/** One measured figure. `goal` null where nothing is promised; `load` is the machine's one-minute load average. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: number | null;
  readonly better: 'lower' | 'higher';
  readonly runs: number;
  readonly load: number;
}

export function row(fields: Omit<Row, 'load'>): Row {
  return { ...fields, load: Math.round((loadavg()[0] ?? 0) * 100) / 100 };
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Nearest-rank percentile, `share` 0…1. NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

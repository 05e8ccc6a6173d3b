import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface MetricsSources {
  readonly openStreams: () => number;
  readonly databaseLoad: () => {
    readonly connections: number;
    readonly idle: number;
    readonly waiting: number;
  };
}

export interface Metrics {
  answered(route: string, method: string, status: number, seconds: number): void;
  refused(code: string): void;
  /** In Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** What Prometheus is told. Labels are names of routes and codes, never of people or projects. */
export function createMetrics({ openStreams, databaseLoad }: MetricsSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'reelwright_request_seconds',
    help: 'How long answers took, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const refusals = new Counter({
    name: 'reelwright_refusals_total',
    help: 'Calls that were refused, by code.',
    labelNames: ['code'],
    registers,
  });
  new Gauge({
    name: 'reelwright_open_streams',
    help: 'Devices that listen for changes.',
    registers,
    collect() {
      this.set(openStreams());
    },
  });
  new Gauge({
    name: 'reelwright_database_connections',
    help: 'Connections to the database, and callers that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      const { connections, idle, waiting } = databaseLoad();
      this.set({ state: 'busy' }, connections - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  return {
    answered: (route, method, status, took) => seconds.observe({ route, method, status }, took),
    refused: (code) => refusals.inc({ code }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { OnStorageCall } from './observe-storage.ts';

export interface MetricsSources {
  readonly openStreams: () => number;
  /** Whether tokens can be checked. */
  readonly hasKeys: () => boolean;
  readonly databaseLoad: () => {
    readonly connections: number;
    readonly idle: number;
    readonly waiting: number;
  };
}

export interface Metrics {
  answered(route: string, method: string, status: number, seconds: number): void;
  refused(code: string): void;
  /** A call of the storage by the service itself. */
  readonly askedStorage: OnStorageCall;
  /** A question of the account service for its keys, by how it ended. */
  readonly askedKeys: (outcome: string) => void;
  readonly swept: (removed: number, waiting: number) => void;
  /** In Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** What Prometheus is told. Labels are names of routes and codes, never of people or projects. */
export function createMetrics({ openStreams, hasKeys, databaseLoad }: MetricsSources): Metrics {
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
  const storageSeconds = new Histogram({
    name: 'reelwright_storage_seconds',
    help: "How long the storage took to answer the service's own calls, by call and outcome.",
    labelNames: ['call', 'outcome'],
    buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers,
  });
  const removed = new Counter({
    name: 'reelwright_storage_removed_total',
    help: 'Files that nobody had any more and that the storage lost.',
    registers,
  });
  const waiting = new Gauge({
    name: 'reelwright_storage_removals_waiting',
    help: 'Files that the storage is still to lose.',
    registers,
  });
  const keyQuestions = new Counter({
    name: 'reelwright_identity_questions_total',
    help: 'How often the account service was asked for its keys, by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  new Gauge({
    name: 'reelwright_identity_ready',
    help: 'Whether there are keys to check tokens with (1) or not (0).',
    registers,
    collect() {
      this.set(hasKeys() ? 1 : 0);
    },
  });
  return {
    askedKeys: (outcome) => keyQuestions.inc({ outcome }),
    askedStorage: (call, outcome, took) => storageSeconds.observe({ call, outcome }, took),
    swept(files, left) {
      removed.inc(files);
      waiting.set(left);
    },
    answered: (route, method, status, took) => seconds.observe({ route, method, status }, took),
    refused: (code) => refusals.inc({ code }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

import { Agent } from 'node:http';
import { formatHlc } from '../src/domain/kernel/hlc.ts';
import type { PushAnswer, PushRequest } from '../src/domain/sync/sync-messages.ts';
import { percentile, type Row, row } from './row.ts';
import { postJson } from './service/post-json.ts';
import { startServiceProcess } from './service/start-service-process.ts';

const people = 100;
const devicesEach = 3;
const shotsPerFilm = 200;
const warmUpS = 5;
const measuredS = 20;

interface Device {
  readonly name: string;
  readonly person: number;
  readonly token: string;
  batch: number;
  cursor: number;
}

/**
 * 300 devices, three of each person on one film, push an edit once a second. An answer's time runs from the moment at which the
 * push was due, so that a service that falls behind is not asked less.
 */
export async function run(): Promise<Row[]> {
  const service = await startServiceProcess();
  const agent = new Agent({ keepAlive: true, maxSockets: people * devicesEach });
  const ask = (path: string, token: string, body: unknown) =>
    postJson(agent, service.port, path, token, body);
  const gauge = async (name: string): Promise<number> => {
    const text = await (await fetch(`http://127.0.0.1:${service.port}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
  };
  const memory = async (): Promise<number> => (await gauge('process_resident_memory_bytes')) / 1_048_576;
  const cpuMs = async (): Promise<number> => (await gauge('process_cpu_seconds_total')) * 1_000;
  try {
    const devices: Device[] = [];
    for (let person = 0; person < people; person++) {
      const token = await service.keys.sign({ sub: `user_${person}` }, { lifetimeS: 3_600 });
      await ask('/api/projects', token, { id: `film-${person}`, title: 'A film', organisationId: null });
      for (let n = 0; n < devicesEach; n++) {
        devices.push({ name: `device-${person}-${n}`, person, token, batch: 0, cursor: 0 });
      }
      const [first] = devices.slice(-devicesEach);
      if (first !== undefined) await push(ask, first, wholeFilm(first));
    }
    const tookMs: number[] = [];
    let failed = 0;
    const begun = performance.now();
    const isMeasured = (dueMs: number): boolean => dueMs - begun >= warmUpS * 1_000;
    const cpuBefore = await cpuMs();
    let memoryWarm = 0;
    const warm = setTimeout(async () => {
      memoryWarm = await memory();
    }, warmUpS * 1_000);
    await Promise.all(
      devices.map(async (device, n) => {
        for (let second = 0; second < warmUpS + measuredS; second++) {
          const dueMs = begun + second * 1_000 + (n / devices.length) * 1_000;
          await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs - performance.now())));
          try {
            await push(ask, device, oneEdit(device, second));
          } catch (error) {
            failed++;
            console.error(error);
          }
          if (isMeasured(dueMs)) tookMs.push(performance.now() - dueMs);
        }
      }),
    );
    clearTimeout(warm);
    const grownMiB = (await memory()) - memoryWarm;
    const pushes = devices.length * (warmUpS + measuredS);
    const cpuEachMs = ((await cpuMs()) - cpuBefore) / pushes;
    const named = (name: string, value: number, unit: string, goal: number | null): Row =>
      row({ name: `service, 300 devices: ${name}`, value, unit, goal, better: 'lower', runs: tookMs.length });
    return [
      named('a push, p50', percentile(tookMs, 0.5), 'ms', null),
      named('a push, p99', percentile(tookMs, 0.99), 'ms', 250),
      named("the service's processor time of a push", cpuEachMs, 'ms', null),
      named('pushes that failed', failed, '', 0),
      named(`memory of the service, growth in ${measuredS} s`, grownMiB, 'MiB', 32),
    ];
  } finally {
    agent.destroy();
    await service.stop();
  }
}

type Ask = (path: string, token: string, body: unknown) => Promise<unknown>;

async function push(ask: Ask, device: Device, rows: PushRequest['rows']): Promise<void> {
  device.batch += 1;
  const request: PushRequest = {
    device: device.name,
    schema: 7,
    batch: device.batch,
    upTo: stamp(device, 0xffff),
    cursor: device.cursor,
    rows,
  };
  const answer = (await ask(`/api/projects/film-${device.person}/push`, device.token, request)) as PushAnswer;
  device.cursor = answer.head;
}

const stamp = ({ name }: Device, counter: number): string =>
  formatHlc({ ms: Date.now(), counter, device: name });

function wholeFilm(device: Device): PushRequest['rows'] {
  const b = stamp(device, 0);
  return Array.from({ length: shotsPerFilm }, (_, n) => ({
    e: 'shot',
    id: `shot-${n}`,
    b,
    v: {
      id: `shot-${n}`,
      projectId: `film-${device.person}`,
      ...{ sceneId: 'scene-1', order: 'a0', kind: 'action', size: 'medium', angle: 'eye', move: 'static' },
      ...{ subject: null, dialogue: null, setting: 'exterior', place: null, timeOfDay: 'night', mood: null },
      ...{ covers: [], transitionOut: 'cut', promptOverride: null, chosenStillId: null, chosenClipId: null },
      ...{ editedFields: [], origin: 'breakdown' },
      description: 'A keeper climbs the stairs of a lighthouse in a storm, a lamp in his hand.',
      lensMm: 35,
      durationFlicks: 2_822_400_000,
      characters: ['KEEPER'],
    },
  }));
}

function oneEdit(device: Device, second: number): PushRequest['rows'] {
  const at = stamp(device, 0);
  const id = `shot-${(second * 7 + device.name.length) % shotsPerFilm}`;
  return [
    {
      e: 'shot',
      id,
      b: formatHlc({ ms: 0, counter: 0, device: 'x' }),
      v: { lensMm: 20 + second },
      s: { lensMm: at },
    },
  ];
}

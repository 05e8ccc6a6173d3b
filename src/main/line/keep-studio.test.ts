import type { MessagePortMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { type Fault, ok } from '../../domain/kernel/result.ts';
import type { StudioProcess } from './fork-studio.ts';
import { keepStudio } from './keep-studio.ts';

/** A studio process under the test's hand. */
function fakeStudio(name: string) {
  let open: (fault: Fault | null) => void = () => undefined;
  let end: (code: number) => void = () => undefined;
  const opened = new Promise<Fault | null>((resolve) => (open = resolve));
  const ended = new Promise<number>((resolve) => (end = resolve));
  const studio: StudioProcess = {
    opened,
    ended,
    ask: async () => ok(name as never),
    connect: () => ({ name }) as unknown as MessagePortMain,
    close: async () => end(0),
  };
  return { studio, open, end };
}

function keeper() {
  const forked: ReturnType<typeof fakeStudio>[] = [];
  const waits: number[] = [];
  const refused: Fault[] = [];
  const ended: number[] = [];
  let onFork: () => void = () => undefined;
  const kept = keepStudio({
    fork: () => {
      const next = fakeStudio(`studio ${forked.length}`);
      forked.push(next);
      onFork();
      return next.studio;
    },
    wait: async (ms) => void waits.push(ms),
    onRefused: (fault) => refused.push(fault),
    onEnded: () => ended.push(forked.length),
  });
  const nextFork = (): Promise<void> => new Promise((resolve) => (onFork = resolve));
  return { kept, forked, waits, refused, ended, nextFork };
}

describe('keepStudio', () => {
  it('gives lines to the studio that runs, and to the next one after it died', async () => {
    const { kept, forked, ended, nextFork } = keeper();
    forked[0]?.open(null);
    expect(await kept.connect()).toEqual({ name: 'studio 0' });
    const again = nextFork();
    forked[0]?.end(1);
    await again;
    expect(ended).toEqual([1]);
    const line = kept.connect();
    forked[1]?.open(null);
    expect(await line).toEqual({ name: 'studio 1' });
  });

  it('waits longer each time a studio dies before it has opened', async () => {
    const { forked, waits, nextFork } = keeper();
    const early: Fault = { code: 'studio.ended', message: 'ended' };
    for (let i = 0; i < 4; i++) {
      const again = nextFork();
      forked[i]?.open(early);
      forked[i]?.end(1);
      await again;
    }
    expect(waits).toEqual([200, 400, 800, 1600]);
  });

  it('tells a refusal once and does not try again', async () => {
    const { kept, forked, refused } = keeper();
    forked[0]?.open({ code: 'store.in-use', message: 'Somebody has it.' });
    forked[0]?.end(0);
    await forked[0]?.studio.ended;
    await kept.close();
    expect(refused).toHaveLength(1);
    expect(forked).toHaveLength(1);
  });

  it('answers a question while no studio runs with a fault', async () => {
    const { kept } = keeper();
    expect(await kept.ask('wroteFilm', { path: '/a.mp4' })).toMatchObject({ fault: { code: 'studio.gone' } });
  });
});

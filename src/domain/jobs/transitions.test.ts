import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JobState } from './job.ts';
import {
  endedStates,
  jobTransitions,
  mayMove,
  openStates,
  remoteStates,
  statesBefore,
} from './transitions.ts';

const page = join(import.meta.dirname, '../../../docs/state-machines/jobs.md');

function diagram(): string {
  const byPair = new Map<string, string[]>();
  for (const { from, to, by } of jobTransitions) {
    const pair = `${from} --> ${to}`;
    const actors = byPair.get(pair) ?? [];
    if (!actors.includes(by)) byPair.set(pair, [...actors, by]);
  }
  const lines = [...byPair].map(([pair, actors]) => `    ${pair}: ${actors.join(', ')}`);
  return [
    '```mermaid',
    'stateDiagram-v2',
    '    [*] --> draft',
    '    [*] --> queued',
    '    [*] --> submitted: found at a provider',
    ...lines,
    '    done --> [*]',
    '```',
  ].join('\n');
}

function moves(): string {
  const lines = jobTransitions.map(({ from, to, by, why }) => `| ${from} | ${to} | ${by} | ${why} |`);
  return ['| from | to | by | why |', '|---|---|---|---|', ...lines].join('\n');
}

function withBlock(text: string, name: string, content: string): string {
  const open = `<!-- ${name} -->`;
  const close = `<!-- /${name} -->`;
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) throw new Error(`docs/state-machines/jobs.md has no ${open} … ${close}`);
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`;
}

describe('the transition table', () => {
  it('reaches every state, and leaves every state but done', () => {
    const reachable = new Set<string>(['draft']);
    for (let before = -1; before !== reachable.size; ) {
      before = reachable.size;
      for (const { from, to } of jobTransitions) if (reachable.has(from)) reachable.add(to);
    }
    expect([...reachable].sort()).toEqual([...JobState.options].sort());
    const left = new Set(jobTransitions.map(({ from }) => from as JobState));
    expect(JobState.options.filter((state) => !left.has(state))).toEqual(['done']);
  });

  it('names each state exactly once among draft, open and ended', () => {
    expect(['draft', ...openStates, ...endedStates].sort()).toEqual([...JobState.options].sort());
    expect(remoteStates.every((state) => (openStates as readonly JobState[]).includes(state))).toBe(true);
  });

  it('lets a job that may have been billed go back to the queue only by the word of the provider', () => {
    const back = jobTransitions.filter(({ from, to }) => from === 'unknown' && to === 'queued');
    expect(back.map(({ by }) => by)).toEqual(['provider']);
    expect(mayMove('unknown', 'sending')).toBe(false);
    expect(statesBefore('sending')).toEqual(['queued']);
    expect(statesBefore('done')).toEqual(['fetching']);
    expect(mayMove('done', 'queued')).toBe(false);
  });

  it('lets only a person bring an ended job back, save what the provider says of an unknown one, or what a restart collects', () => {
    const back = jobTransitions.filter(({ from }) => (endedStates as readonly JobState[]).includes(from));
    for (const { from, to, by } of back) {
      if (by === 'person' || from === 'unknown') continue;
      expect({ to, by }).toEqual({ to: 'submitted', by: 'restart' });
    }
  });

  it('is what docs/state-machines/jobs.md shows (UPDATE_DOCS=1 writes it)', () => {
    const text = readFileSync(page, 'utf8');
    const wanted = withBlock(withBlock(text, 'diagram', diagram()), 'moves', moves());
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(page, wanted);
    else expect(text).toBe(wanted);
    for (const state of JobState.options) expect(text).toContain(`**${state}** `);
  });
});

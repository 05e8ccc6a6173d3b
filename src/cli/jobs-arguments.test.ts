import { expect, it } from 'vitest';
import { parseJobsArguments } from './jobs-arguments.ts';

it.each([
  ['', { kind: 'list', project: null }],
  ['night --json', { kind: 'list', project: 'night' }],
  ['cancel ab12', { kind: 'cancel', jobId: 'ab12' }],
  ['retry ab12', { kind: 'retry', jobId: 'ab12' }],
  ['pause', { kind: 'pause' }],
  ['resume', { kind: 'resume' }],
  ['find-paid', { kind: 'find-paid', adopt: false }],
  ['find-paid --adopt', { kind: 'find-paid', adopt: true }],
  ['find-paid --import r-1 --to night', { kind: 'import', requestId: 'r-1', project: 'night' }],
])('reads "jobs %s"', (words, order) => {
  const read = parseJobsArguments(words.split(' ').filter((word) => word !== ''));
  expect(read).toMatchObject({ ok: true, value: { order } });
});

it.each([
  'cancel',
  'retry',
  'night film',
  'pause now',
  'night --adopt',
  'find-paid --import r-1',
  'cancel a b',
  '--wat',
])('refuses "jobs %s" in one sentence', (words) => {
  const read = parseJobsArguments(words.split(' '));
  expect(read).toMatchObject({ ok: false, fault: { code: 'cli.usage' } });
});

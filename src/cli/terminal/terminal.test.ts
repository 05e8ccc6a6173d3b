import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createTerminal } from './terminal.ts';

/** The terminal on two streams in memory; `columns` makes the second one a terminal of that width. */
function open(columns: number | null) {
  const stdout = new PassThrough();
  const stderr = Object.assign(new PassThrough(), columns === null ? {} : { isTTY: true, columns });
  const terminal = createTerminal(
    stdout as unknown as NodeJS.WriteStream,
    stderr as unknown as NodeJS.WriteStream,
  );
  const textOf = (stream: PassThrough): string => String(stream.read() ?? '');
  return { terminal, answers: () => textOf(stdout), words: () => textOf(stderr) };
}

test('answers go to stdout alone, words to stderr alone', () => {
  const { terminal, answers, words } = open(null);
  terminal.print('{"a":1}');
  terminal.say('Done.');
  terminal.progress('Export', 0.5, '');
  expect(answers()).toBe('{"a":1}\n');
  expect(words()).toBe('Done.\nExport: 50 %\n');
});

test('on a terminal, progress replaces itself within the width, and ends before the next line', () => {
  const { terminal, words } = open(60);
  terminal.progress('Export', 0, '');
  terminal.progress('Export', 2, 'a note that is much longer than the line');
  terminal.say('Done.');
  const [, first = '', second = ''] = words().split('\r\u001b[2K');
  expect(first).toMatch(/^Export +░+ +0 %/);
  const [line = '', ...rest] = second.split('\n');
  expect(line).toContain('█'.repeat(28));
  expect(line.length).toBeLessThan(60);
  expect(rest).toEqual(['Done.', '']);
});

test('elsewhere, progress is a line for each tenth and one for the end', () => {
  const { terminal, words } = open(null);
  for (let done = 0; done <= 100; done++) terminal.progress('Animatic', done / 100, '');
  terminal.progress('Animatic', 1, '');
  const lines = words().trimEnd().split('\n');
  expect(lines[0]).toBe('Animatic: 0 %');
  expect(lines.at(-1)).toBe('Animatic: 100 %');
  expect(lines.length).toBeGreaterThanOrEqual(10);
  expect(lines.length).toBeLessThanOrEqual(12);
  expect(new Set(lines).size).toBe(lines.length);
});

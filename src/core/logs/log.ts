import { join } from 'node:path';
import { FaultError } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import { createLogFile, type LogFile } from './log-file.ts';
import type { Secrets } from './secrets.ts';

export type LogLevel = 'info' | 'warning' | 'problem';

/** Only what can hold no words of a story: codes, ids, counts, names of our own. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/**
 * What happened, for a report. Lines hold codes, ids and counts: no words of blocks, shots or prompts, no messages of
 * faults (those name titles and files), no secrets.
 */
export interface Log {
  write(level: LogLevel, topic: string, what: string, facts?: LogFacts): void;
  /** Something that was thrown: a fault by its code, anything else by its kind and where it came from. */
  thrown(topic: string, thrown: unknown, facts?: LogFacts): void;
  /** Something that a window reports. */
  report(where: string, message: string, stack: string | null): void;
  tail(lines: number): string[];
}

export interface LogParts {
  readonly home: string;
  readonly readOnly: boolean;
  readonly clock: Clock;
  readonly secrets: Secrets;
}

const mostFactChars = 200;

export function createLog({ home, readOnly, clock, secrets }: LogParts): Log {
  const file: LogFile = readOnly
    ? { append: () => undefined, tail: () => [] }
    : createLogFile({ folder: join(home, 'logs') });

  const write: Log['write'] = (level, topic, what, facts = {}) => {
    const told = Object.entries(facts).map(([name, value]) => `${name}=${factText(value)}`);
    const time = new Date(clock.nowMs()).toISOString();
    file.append(secrets.hide([time, level, topic, what, ...told].join(' ').replaceAll(home, '<home>')));
  };
  return {
    write,
    thrown(topic, thrown, facts = {}) {
      if (thrown instanceof FaultError) {
        write(isExpected(thrown.fault.code) ? 'info' : 'warning', topic, thrown.fault.code, facts);
        return;
      }
      const code = (thrown as { code?: unknown } | null)?.code;
      write('problem', topic, 'unexpected', {
        ...facts,
        kind: thrown instanceof Error ? thrown.name : typeof thrown,
        code: typeof code === 'string' ? code : null,
        at: thrown instanceof Error ? framesOf(thrown.stack ?? '') : null,
      });
    },
    report(where, message, stack) {
      write('problem', 'window', 'reported', {
        where: withoutWords(where),
        message: withoutWords(message),
        at: stack === null ? null : framesOf(stack),
      });
    },
    tail: file.tail,
  };
}

/** What a person asked for and was refused, in the ordinary course of work. */
function isExpected(code: string): boolean {
  return /^(timeline|shots|scenes|text|projects?|takes)\./.test(code);
}

function factText(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  const line = value.replace(/\s+/g, ' ').slice(0, mostFactChars * 10);
  return /^[\w.:/@<>()[\]|,-]*$/.test(line) ? line : JSON.stringify(line);
}

/** The places of a stack, without the message in front of them, which may quote anything. */
function framesOf(stack: string): string {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at\s|@.*:\d+:\d+$/.test(line))
    .slice(0, 12)
    .map((line) =>
      line
        .replace(/^at\s+/, '')
        .replace(/\(?(?:file|https?|app):\/\/[^)\s]*?\/(?=src\/|assets\/|out\/|dist\/)/, '('),
    )
    .join(' | ');
}

/** A sentence without what stands between its first and its last quote: errors quote values, and a value may be a story's. */
export function withoutWords(message: string): string {
  return message
    .replace(/\s+/g, ' ')
    .replace(/(^|[\s([:=])(["'`“‘„«]).*(["'`”’“»])/, '$1$2…$3')
    .slice(0, mostFactChars);
}

import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { browserCommand } from './open-browser.ts';
import { parseServerArguments } from './server-arguments.ts';

const parsed = (...argv: string[]) => {
  const result = parseServerArguments(argv);
  return result.ok ? result.value : result.fault.message;
};

test('nothing asked is the usual', () => {
  expect(parsed()).toEqual({
    port: null,
    home: null,
    exportsFolder: null,
    renderer: null,
    open: true,
    browser: false,
    reuseAddress: false,
    help: false,
  });
});

test('everything asked arrives, and what only a browser has asks for one', () => {
  expect(
    parsed('--port', '4999', '--home', 'h', '--exports', 'films', '--no-open', '--reuse-address'),
  ).toMatchObject({
    port: 4999,
    home: resolve('h'),
    exportsFolder: resolve('films'),
    open: false,
    browser: true,
    reuseAddress: true,
  });
  expect(parsed('--port', '80')).toMatchObject({ browser: true });
  expect(parsed('--no-open')).toMatchObject({ browser: true });
});

test.each([
  [['--port', '0'], '--port takes a whole number from 1 to 65535, not "0".'],
  [['--port', '65536'], 'not "65536"'],
  [['--port', '80a'], 'not "80a"'],
  [['--port'], '--port'],
  [['--home', ''], '--home needs a folder.'],
  [['--colour'], "Unknown option '--colour'."],
  [['story.fountain'], 'A film from a story is "npm run film -- <story>".'],
])('%j is refused in a sentence', (argv, words) => {
  const result = parseServerArguments(argv);
  expect(result).toMatchObject({ ok: false, fault: { code: 'cli.usage' } });
  expect(parsed(...argv)).toContain(words);
  expect(parsed(...argv)).toContain('Nothing was started.');
});

test('the address goes to the browser as one argument, by no shell', () => {
  const address = 'http://a.localhost:1/enter#ticket=1&calc';
  expect(browserCommand(address, 'darwin', {})).toEqual(['open', address]);
  expect(browserCommand(address, 'win32', {})).toEqual(['rundll32', 'url.dll,FileProtocolHandler', address]);
  expect(browserCommand(address, 'linux', { DISPLAY: ':0' })).toEqual(['xdg-open', address]);
  expect(browserCommand(address, 'linux', {})).toBeNull();
});

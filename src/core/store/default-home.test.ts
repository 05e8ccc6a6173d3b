import { expect, test } from 'vitest';
import { defaultHome } from './default-home.ts';

const linux = { platform: 'linux', userHome: '/home/mara' } as const;

test('each platform has its own place', () => {
  expect(defaultHome({ ...linux, env: {} })).toBe('/home/mara/.local/share/reelwright');
  expect(defaultHome({ ...linux, env: { XDG_DATA_HOME: '/data' } })).toBe('/data/reelwright');
  expect(defaultHome({ ...linux, env: { XDG_DATA_HOME: 'relative' } })).toBe(
    '/home/mara/.local/share/reelwright',
  );
  expect(defaultHome({ platform: 'darwin', userHome: '/Users/mara', env: {} })).toBe(
    '/Users/mara/Library/Application Support/Reelwright',
  );
  expect(
    defaultHome({ platform: 'win32', userHome: 'C:\\Users\\mara', env: { APPDATA: 'D:\\Roaming' } }),
  ).toBe('D:\\Roaming\\Reelwright');
  expect(defaultHome({ platform: 'win32', userHome: 'C:\\Users\\mara', env: {} })).toBe(
    'C:\\Users\\mara\\AppData\\Roaming\\Reelwright',
  );
});

test('REELWRIGHT_HOME comes first and is made absolute', () => {
  expect(defaultHome({ ...linux, env: { REELWRIGHT_HOME: '/films', XDG_DATA_HOME: '/data' } })).toBe(
    '/films',
  );
  expect(defaultHome({ ...linux, env: { REELWRIGHT_HOME: 'films' } })).toBe(`${process.cwd()}/films`);
  expect(defaultHome({ ...linux, env: { REELWRIGHT_HOME: '' } })).toBe('/home/mara/.local/share/reelwright');
});

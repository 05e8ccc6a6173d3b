import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { homeLayout } from './home-layout.ts';
import { isCopied, type Seat, seatOf } from './seat.ts';

function folder(): { readonly root: string; readonly home: string } {
  const root = mkdtempSync(join(tmpdir(), 'reelwright-seat-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const home = join(root, 'home');
  mkdirSync(home);
  writeFileSync(homeLayout(home).database, 'a database');
  return { root, home };
}

test('a folder that is renamed is the same, one that is copied is not', () => {
  const { root, home } = folder();
  const known = seatOf(home);
  expect(isCopied(known, seatOf(home))).toBe(false);
  const [moved, copy] = [join(root, 'moved'), join(root, 'copy')];
  renameSync(home, moved);
  expect(isCopied(known, seatOf(moved))).toBe(false);
  cpSync(moved, copy, { recursive: true });
  expect(isCopied(seatOf(moved), seatOf(copy))).toBe(true);
});

test('one that was put back in its old place, or came from another computer, is a copy', () => {
  const known: Seat = { inode: '1', bornMs: 1, path: '/films', machine: 'one' };
  const gone = (): boolean => false;
  const other = { ...known, inode: '2', bornMs: 2 };
  expect(isCopied(known, other, gone)).toBe(true);
  expect(isCopied(known, { ...other, path: '/other', machine: 'two' }, gone)).toBe(true);
});

test('one that went to another disk of the computer is the same, as long as it is not in both places', () => {
  const known: Seat = { inode: '1', bornMs: 1, path: '/films', machine: 'one' };
  const now = { ...known, inode: '2', bornMs: 2, path: '/other' };
  expect(isCopied(known, now, () => false)).toBe(false);
  expect(isCopied(known, now, (path) => path === '/films')).toBe(true);
});

test('a file system that numbers its folders anew at every start is not taken for another one', () => {
  const known: Seat = { inode: '1', bornMs: 7, path: '/stick', machine: 'one' };
  expect(isCopied(known, { ...known, inode: '2' })).toBe(false);
  expect(isCopied(known, { ...known, bornMs: 9 })).toBe(false);
});

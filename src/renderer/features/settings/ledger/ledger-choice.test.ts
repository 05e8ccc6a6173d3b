import { expect, test } from 'vitest';
import { filterOfGroups, filterOfLines, type LedgerChoice, usedOf } from './ledger-choice.ts';

const choice: LedgerChoice = {
  by: 'provider',
  key: 'fal',
  projectId: 'one',
  provider: null,
  month: '2026-11',
  state: 'charged',
};

test('the chosen group narrows the lines, and not the groups that it is chosen from', () => {
  const filters = { projectId: 'one', month: '2026-11', state: 'charged', kind: null, deviceId: null };
  expect(filterOfGroups(choice)).toEqual({ ...filters, provider: null });
  expect(filterOfLines(choice)).toEqual({ ...filters, provider: 'fal' });
  expect(filterOfLines({ ...choice, by: 'project', key: 'two' })).toEqual({
    ...filters,
    projectId: 'two',
    provider: null,
  });
  expect(filterOfLines({ ...choice, key: null })).toEqual(filterOfGroups(choice));
});

test('what is reserved and what may be billed count as used', () => {
  expect(usedOf({ chargedUsdMicros: 1, reservedUsdMicros: 20, uncertainUsdMicros: 300 })).toBe(321);
});

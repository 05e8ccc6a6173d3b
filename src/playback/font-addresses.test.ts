import { expect, test } from 'vitest';
import { fontFiles } from '../compositor/fonts.ts';
import { fontAddresses } from './font-addresses.ts';

test('every font of the compositor has an address, and no address belongs to two', () => {
  const addresses = fontAddresses('http://studio.localhost/');
  expect(addresses.map(({ family }) => family)).toEqual(fontFiles.map(({ family }) => family));
  expect(new Set(addresses.map(({ address }) => address)).size).toBe(fontFiles.length);
});

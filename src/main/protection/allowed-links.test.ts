import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedLink } from './allowed-links.ts';

test.each([
  ['https://fal.ai/dashboard/keys', 'https://fal.ai/dashboard/keys'],
  ['https://FAL.ai', 'https://fal.ai/'],
  ['https://replicate.com/account/api-tokens', 'https://replicate.com/account/api-tokens'],
  ['https://aistudio.google.com/apikey', 'https://aistudio.google.com/apikey'],
  ['https://platform.openai.com/api-keys', 'https://platform.openai.com/api-keys'],
  ['https://accounts.google.com/o/oauth2/auth?state=s', 'https://accounts.google.com/o/oauth2/auth?state=s'],
  ['https://openrouter.ai/settings/keys', 'https://openrouter.ai/settings/keys'],
  ['https://dash.cloudflare.com/profile/api-tokens', 'https://dash.cloudflare.com/profile/api-tokens'],
])('%s may be opened', (address, opened) => {
  expect(allowedLink(address)).toBe(opened);
});

test.each([
  'http://fal.ai/',
  'https://fal.ai.evil.example/',
  'https://evil.example/?https://fal.ai',
  'https://fal.ai@evil.example/',
  'https://user:secret@fal.ai/',
  'https://fal.ai:8443/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'app://studio/index.html',
  'smb://server/share',
  'ms-settings:',
  '//fal.ai',
  '',
])('%j may not', (address) => {
  expect(allowedLink(address)).toBeNull();
});

test('whatever is asked for, only https to a known host is opened', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()),
      (address) => {
        const opened = allowedLink(address);
        if (opened !== null)
          expect(new URL(opened).hostname).toMatch(/^((www|docs)\.)?fal\.ai$|^github\.com$/);
      },
    ),
  );
});

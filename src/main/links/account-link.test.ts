import { expect, test } from 'vitest';
import { accountLinkIn, isAccountLink } from './account-link.ts';

const ours = 'reelwright://account/callback?state=abc&rotating_token_nonce=def';

test('a link that the browser comes back with is found among the words of a start', () => {
  expect(accountLinkIn(['/opt/Reelwright/reelwright', '--home', '/films', ours])).toBe(ours);
  expect(accountLinkIn(['/opt/Reelwright/reelwright', 'story.fountain'])).toBeNull();
});

test('any other link is none, however near it comes', () => {
  for (const foreign of [
    '',
    'reelwright://account/callback',
    'reelwright://account/callback?',
    'reelwright://project/open?path=/etc/passwd',
    'reelwright://account.example/callback?state=abc',
    'reelwright://account/callback/../delete?state=abc',
    'https://account/callback?state=abc',
    `--url=${ours}`,
    ` ${ours}`,
    `${ours}\n--no-sandbox`,
    `${ours}${'x'.repeat(5_000)}`,
  ]) {
    expect(isAccountLink(foreign)).toBe(false);
  }
});

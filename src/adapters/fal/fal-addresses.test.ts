import { describe, expect, it } from 'vitest';
import { parseLoopbackOrigin } from '../../net/loopback-origin.ts';
import { isPublicAddress } from '../../net/public-lookup.ts';
import { createFalAddresses } from './fal-addresses.ts';

const real = createFalAddresses(null);
const local = createFalAddresses(new URL('http://127.0.0.1:8787'));

describe('where the key may go', () => {
  it.each([
    'https://queue.fal.run/fal-ai/flux/requests/1/status?logs=0',
    'https://rest.fal.ai/storage/upload/initiate',
    'https://api.fal.ai/v1/models/pricing',
  ])('to %s', (address) => {
    expect(real.keyed(address)).toMatchObject({ ok: true });
  });

  it.each([
    'http://queue.fal.run/x',
    'https://queue.fal.run:8443/x',
    'https://queue.fal.run.example.com/x',
    'https://queue.fal.run@example.com/x',
    'https://user:secret@queue.fal.run/x',
    'https://evil.fal.run/x',
    'https://fal.media/x',
    'https://v3b.fal.media/x',
    'https://example.com/https://queue.fal.run/',
    'https://127.0.0.1/x',
    'http://localhost/x',
    'file:///etc/passwd',
    'queue.fal.run/x',
    '',
  ])('not to %s', (address) => {
    expect(real.keyed(address)).toMatchObject({ ok: false, fault: { code: 'provider.address-refused' } });
  });
});

describe('where files come from', () => {
  it.each([
    'https://fal.media/files/a.png',
    'https://v3.fal.media/files/b/a.png',
    'https://storage.googleapis.com/falserverless/a.png',
  ])('from %s', (address) => {
    expect(real.media(address)).toMatchObject({ ok: true });
  });

  it.each([
    'http://fal.media/a.png',
    'https://xfal.media/a.png',
    'https://fal.media.example.com/a.png',
    'https://storage.googleapis.com/other/a.png',
    'https://storage.googleapis.com/falserverless/../other/a.png',
    'https://169.254.169.254/latest',
    'data:image/png;base64,AAAA',
  ])('not from %s', (address) => {
    expect(real.media(address)).toMatchObject({ ok: false });
  });
});

describe('a server on this computer', () => {
  it('takes the place of every host of Fal, the path unchanged', () => {
    const keyed = local.keyed('https://queue.fal.run/fal-ai/flux/dev?fal_max_queue_length=3');
    expect(keyed.ok && keyed.value.href).toBe('http://127.0.0.1:8787/fal-ai/flux/dev?fal_max_queue_length=3');
    const media = local.media('https://v3b.fal.media/files/a.png');
    expect(media.ok && media.value.href).toBe('http://127.0.0.1:8787/files/a.png');
    expect(local.media('http://127.0.0.1:8787/files/a.png')).toMatchObject({ ok: true });
  });

  it('opens nothing else', () => {
    expect(local.keyed('https://example.com/x')).toMatchObject({ ok: false });
    expect(local.media('http://127.0.0.1:9999/x')).toMatchObject({ ok: false });
  });

  it.each(['http://127.0.0.1:8787', 'http://localhost:1', 'http://[::1]:80/', 'https://127.0.0.1'])(
    'may be %s',
    (text) => {
      expect(parseLoopbackOrigin('REELWRIGHT_FAL_URL', text)).toMatchObject({ ok: true });
    },
  );

  it.each([
    'http://example.com',
    'https://queue.fal.run',
    'http://127.0.0.1.example.com',
    'http://127.0.0.1:80@example.com',
    'http://10.0.0.1',
    'http://127.0.0.1/path',
    'ftp://127.0.0.1',
    'nonsense',
    '',
  ])('may not be "%s"', (text) => {
    expect(parseLoopbackOrigin('REELWRIGHT_FAL_URL', text)).toMatchObject({
      ok: false,
      fault: { code: 'settings.provider-url-refused' },
    });
  });
});

describe('addresses of the open internet', () => {
  it.each(['1.1.1.1', '142.250.1.1', '2606:4700::1111', '64:ff9b::101:101', '::ffff:8.8.8.8'])(
    '%s is one',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

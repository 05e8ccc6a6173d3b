import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniffMedia } from './sniff-media.ts';

const head = (text: string, at = 0): Uint8Array => {
  const bytes = new Uint8Array(64);
  bytes.set(Buffer.from(text, 'latin1'), at);
  return bytes;
};
const transportStream = new Uint8Array(1_000);
for (const at of [0, 188, 376]) transportStream[at] = 0x47;

describe('sniffMedia', () => {
  it.each([
    [head('\0\0\0\x20ftypisom'), 'mov', 'video/mp4'],
    [head('\0\0\0\x14ftypqt  '), 'mov', 'video/quicktime'],
    [head('\0\0\0\x14ftypM4A '), 'mov', 'audio/mp4'],
    [head('\0\0\0\x08wide'), 'mov', 'video/quicktime'],
    [head('\x1aE\xdf\xa3\x01\0\0\0\0\0\0\x1fB\x86\x81\x01B\x82\x84webm'), 'matroska', 'video/webm'],
    [head('\x1aE\xdf\xa3\x01\0\0\0\0\0\0\x1fB\x82\x88matroska'), 'matroska', 'video/x-matroska'],
    [head('RIFF\0\0\0\0WAVE'), 'wav', 'audio/wav'],
    [head('RIFF\0\0\0\0AVI '), 'avi', 'video/x-msvideo'],
    [head('RIFF\0\0\0\0WEBP'), 'webp_pipe', 'image/webp'],
    [head('\x89PNG\r\n\x1a\n'), 'png_pipe', 'image/png'],
    [head('\xff\xd8\xff\xe0'), 'jpeg_pipe', 'image/jpeg'],
    [head('GIF89a'), 'gif', 'image/gif'],
    [head('fLaC'), 'flac', 'audio/flac'],
    [head('OggS'), 'ogg', 'audio/ogg'],
    [head('ID3\x04'), 'mp3', 'audio/mpeg'],
    [head('\xff\xfb\x90\x64'), 'mp3', 'audio/mpeg'],
    [head('\xff\xf1\x50\x80'), 'aac', 'audio/aac'],
    [transportStream, 'mpegts', 'video/mp2t'],
  ])('knows media by their first bytes (%#)', (bytes, demuxer, mime) => {
    expect(sniffMedia(bytes)).toMatchObject({ demuxer, mime });
  });

  it.each([
    head(''),
    head('#EXTM3U\n'),
    head('ffconcat version 1.0\n'),
    head('<?xml version="1.0"?><MPD>'),
    head('<svg xmlns='),
    head('RIFF\0\0\0\0ACON'),
    head('\0\0\0\x20ftypheic'),
    head('\0\0\0\x20ftypavif'),
    head('%PDF-1.7'),
    head('\xff\xfe<\0?\0'),
    head('\xff\xff\xff\xff'),
    new Uint8Array(0),
  ])('knows nothing else (%#)', (bytes) => {
    expect(sniffMedia(bytes)).toBeNull();
  });

  it('never takes text for media', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        fc.pre(!/^(ID3|GIF8|fLaC|OggS|RIFF|.{4}(ftyp|moov|mdat|wide|free|skip|pnot))/s.test(text));
        expect(sniffMedia(new TextEncoder().encode(text))).toBeNull();
      }),
    );
  });
});

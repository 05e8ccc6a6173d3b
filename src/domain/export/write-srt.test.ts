import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  frames,
  makeCaption,
  makeClip,
  makeRows,
  makeTracks,
  testRate,
} from '../../testing/builders/timeline-rows.ts';
import { flicksPerSecond } from '../kernel/time.ts';
import { indexTimeline } from '../timeline/timeline-index.ts';
import { type Caption, captionsOf, writeSrt, writeVtt } from './write-srt.ts';

const caption = (from: number, to: number, text: string, speaker: string | null = null): Caption => ({
  startFlicks: from * flicksPerSecond,
  endFlicks: to * flicksPerSecond,
  text,
  speaker,
});

describe('writeSrt', () => {
  test('numbers blocks, writes times with a comma and ends lines as SubRip does', () => {
    expect(writeSrt([caption(0, 1.5, 'Hello.\nWho is there?'), caption(3661.25, 3662, 'Nobody.')])).toBe(
      '1\r\n00:00:00,000 --> 00:00:01,500\r\nHello.\r\nWho is there?\r\n\r\n' +
        '2\r\n01:01:01,250 --> 01:01:02,000\r\nNobody.\r\n',
    );
  });

  test('is empty for no words', () => {
    expect(writeSrt([caption(0, 1, ' \n ')])).toBe('');
  });

  test('cuts up overlapping captions and shows the words together', () => {
    expect(writeSrt([caption(0, 2, 'One', 'A'), caption(1, 3, 'Two', 'B')])).toBe(
      '1\r\n00:00:00,000 --> 00:00:01,000\r\nOne\r\n\r\n' +
        '2\r\n00:00:01,000 --> 00:00:02,000\r\n- One\r\n- Two\r\n\r\n' +
        '3\r\n00:00:02,000 --> 00:00:03,000\r\nTwo\r\n',
    );
  });

  test('leaves nothing in the text that a player could take for markup, a time or the end of a block', () => {
    const text = writeSrt([caption(0, 1, '<i>one</i>\r\n\r\n\n2\n00:00 --> 00:01')]);
    expect(text).toBe('1\r\n00:00:00,000 --> 00:00:01,000\r\n‹i›one‹/i›\r\n2\r\n00:00 → 00:01\r\n');
  });

  test('whatever the captions: times rise, nothing overlaps, every word is there', () => {
    const any = fc.record({
      startFlicks: fc.integer({ min: 0, max: 10 * flicksPerSecond }),
      length: fc.integer({ min: 1, max: 3 * flicksPerSecond }),
      word: fc.stringMatching(/^[a-z]{1,6}$/),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (list) => {
        const text = writeSrt(
          list.map(({ startFlicks, length, word }, i) => ({
            startFlicks,
            endFlicks: startFlicks + length,
            text: `${word}${i}`,
            speaker: null,
          })),
        );
        const times = [...text.matchAll(/(\d\d):(\d\d):(\d\d),(\d{3})/g)].map(
          ([, h, m, s, ms]) => ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000 + Number(ms),
        );
        times.forEach((at, i) => {
          if (i % 2 === 1) expect(at).toBeGreaterThan(times[i - 1] ?? 0);
          else if (i > 0) expect(at).toBeGreaterThanOrEqual(times[i - 1] ?? 0);
        });
        list.forEach(({ word }, i) => void expect(text).toContain(`${word}${i}`));
      }),
    );
  });
});

test('the captions of a timeline are those of visible tracks, within the film', () => {
  const others = [
    makeCaption('in', 5),
    makeCaption('late', 10, { anchor: { to: 'time', atFlicks: frames(6) } }),
    makeCaption('after', 5, { anchor: { to: 'time', atFlicks: frames(20) } }),
  ];
  const rows = makeRows([makeClip('a', 10)], others);
  expect(captionsOf(indexTimeline(rows, testRate))).toEqual([
    { startFlicks: 0, endFlicks: frames(5), text: 'in', speaker: null },
    { startFlicks: frames(6), endFlicks: frames(10), text: 'late', speaker: null },
  ]);
  const tracks = makeTracks().map((track) => ({ ...track, hidden: track.kind === 'caption' }));
  expect(captionsOf(indexTimeline({ ...rows, tracks }, testRate))).toEqual([]);
});

test('WebVTT has its own head and times, and no ampersand that would begin an escape', () => {
  const second = 705_600_000;
  const cue = { startFlicks: 0, endFlicks: second, text: 'Salt & <b>light</b>', speaker: null };
  expect(writeVtt([cue])).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nSalt &amp; ‹b›light‹/b›\n');
  expect(writeVtt([])).toBe('');
});

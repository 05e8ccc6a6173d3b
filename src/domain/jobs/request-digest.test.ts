import { describe, expect, it } from 'vitest';
import { stillRequest } from '../../testing/builders/generation-requests.ts';
import { ShotId } from '../kernel/ids.ts';
import { jobIdOf, requestDigest, takeIdOf } from './request-digest.ts';

const shotId = ShotId.parse('shot');

describe('the digest of a request', () => {
  it('does not depend on the order of fields', () => {
    const request = stillRequest();
    const turned = Object.fromEntries(Object.entries(request).reverse()) as typeof request;
    expect(requestDigest(turned)).toBe(requestDigest(request));
  });

  it('changes with everything that shapes the result', () => {
    const request = stillRequest();
    const others = [
      stillRequest({ seed: 8 }),
      stillRequest({ prompt: 'other' }),
      stillRequest({ model: 'other' }),
      stillRequest({ widthPx: 640 }),
      stillRequest({ brief: { ...request.brief, mood: 'tense' } }),
    ];
    const digests = [request, ...others].map(requestDigest);
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('does not change when only the slate is renumbered', () => {
    const request = stillRequest();
    const renumbered = stillRequest({ brief: { ...request.brief, sceneNumber: '2', shotNumber: '2C' } });
    expect(requestDigest(renumbered)).toBe(requestDigest(request));
  });
});

it('ids of jobs and takes follow from what they are for', () => {
  const first = jobIdOf(shotId, 'digest', 0);
  expect(jobIdOf(shotId, 'digest', 0)).toBe(first);
  expect(jobIdOf(shotId, 'digest', 1)).not.toBe(first);
  expect(takeIdOf(first)).toBe(takeIdOf(first));
});

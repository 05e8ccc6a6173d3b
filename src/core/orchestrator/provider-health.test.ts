import { describe, expect, it } from 'vitest';
import { FaultError } from '../../domain/kernel/result.ts';
import { stillRequest } from '../../testing/builders/generation-requests.ts';
import { createFakeGenerator } from '../../testing/fakes/fake-generator.ts';
import { createFakeProvider, fakeHandle } from '../../testing/fakes/fake-provider.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { defaultLimits } from './engine-limits.ts';
import { observeGenerator } from './observe-generator.ts';
import { createHealthRecord } from './provider-health.ts';

const hourMs = 3_600_000;

describe('what is known of a provider', () => {
  it('is how its answers of the last hour came, and how many did not', () => {
    const record = createHealthRecord();
    const fault = { code: 'provider.unreachable', message: 'No line.' } as const;
    record.note('poll', 0, 9_000, null);
    for (let i = 1; i <= 100; i++) record.note('poll', hourMs, i, null);
    for (let i = 0; i < 25; i++) record.note('poll', hourMs + 1, 5_000, fault);
    const figures = record.figures(hourMs + 2);
    expect(figures).toMatchObject({ asked: 125, failed: 25, errorRate: 0.2, lastGoodAtMs: hourMs });
    expect(figures.answers).toEqual({ count: 100, p50Ms: 50, p95Ms: 95, p99Ms: 99 });
    expect(figures.submits).toEqual({ count: 0, p50Ms: null, p95Ms: null, p99Ms: null });
    expect(figures.lastFailure).toEqual({ atMs: hourMs + 1, ...fault });
    expect(record.figures(3 * hourMs)).toMatchObject({ asked: 0, errorRate: null });
  });

  it('is not worsened by what has its reason on our side', async () => {
    const clock = createManualClock();
    const health = createHealthRecord();
    const breaker = createCircuitBreaker({ ...defaultLimits, breakerFailures: 1 }, () => 0.5);
    const far = createFakeProvider(({ prompt }) => (prompt === 'lost' ? { submit: 'lose-answer' } : {}));
    const seen = observeGenerator(createFakeGenerator(far), { clock, health, breaker });
    const context = (beforeFirstByte: () => void) => ({
      beforeFirstByte,
      assetPath: () => ({ ok: false as const, fault: { code: 'library.not-found' as const, message: '' } }),
      folder: '',
      signal: new AbortController().signal,
    });
    const overCap = (): never => {
      throw new FaultError({ code: 'money.cap-reached', message: 'Not sent.' });
    };
    await seen.submit(
      stillRequest({ prompt: 'one' }),
      context(() => undefined),
    );
    expect(health.figures(clock.nowMs())).toMatchObject({ asked: 1, failed: 0 });
    await seen.submit(stillRequest({ prompt: 'too dear' }), context(overCap));
    expect(health.figures(clock.nowMs())).toMatchObject({ asked: 1, failed: 0 });
    await seen.submit(
      stillRequest({ prompt: 'lost' }),
      context(() => undefined),
    );
    expect(health.figures(clock.nowMs())).toMatchObject({ asked: 2, failed: 1 });
    expect(breaker.state).toBe('open');
    await seen.poll(stillRequest(), fakeHandle('fake-1'), new AbortController().signal);
    expect(breaker.state).toBe('closed');
  });
});

import { describe, expect, it } from 'vitest';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { defaultLimits } from './engine-limits.ts';

const limits = {
  ...defaultLimits,
  breakerFailures: 3,
  breakerWindowMs: 1_000,
  breakerOpenMs: 100,
  breakerOpenCapMs: 400,
};
const make = () => createCircuitBreaker(limits, () => 1);

describe('the circuit breaker', () => {
  it('opens after so many failures in a row within its window, and not for old ones', () => {
    const breaker = make();
    for (const atMs of [0, 600, 1_100]) breaker.noteBad(atMs);
    expect(breaker.state).toBe('closed');
    breaker.noteBad(1_200);
    expect([breaker.state, breaker.openUntilMs]).toEqual(['open', 1_300]);
  });

  it('lets one probe out at a time, and waits longer after each that failed, up to a limit', () => {
    const breaker = make();
    for (let i = 0; i < 3; i++) breaker.noteBad(0);
    const pauses: number[] = [];
    for (let i = 0; i < 5; i++) {
      const nowMs = breaker.openUntilMs;
      expect(breaker.beginProbe(nowMs - 1)).toBe(false);
      expect(breaker.beginProbe(nowMs)).toBe(true);
      expect(breaker.beginProbe(nowMs)).toBe(false);
      breaker.noteBad(nowMs);
      pauses.push(breaker.openUntilMs - nowMs);
    }
    expect(pauses).toEqual([200, 400, 400, 400, 400]);
  });

  it('closes with any good answer', () => {
    const breaker = make();
    for (let i = 0; i < 3; i++) breaker.noteBad(0);
    breaker.noteGood();
    expect([breaker.state, breaker.openUntilMs]).toEqual(['closed', 0]);
    breaker.noteBad(1);
    breaker.noteBad(2);
    breaker.noteGood();
    breaker.noteBad(3);
    expect(breaker.state).toBe('closed');
  });

  it('lets the next probe out when one said nothing', () => {
    const breaker = make();
    for (let i = 0; i < 3; i++) breaker.noteBad(0);
    expect(breaker.beginProbe(100)).toBe(true);
    breaker.dropProbe();
    expect(breaker.beginProbe(100)).toBe(true);
  });
});

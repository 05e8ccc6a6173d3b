import { type Fault, faultOf } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Generator } from '../ports/generator.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import type { HealthRecord, QuestionKind } from './provider-health.ts';

type Answer = { readonly kind: string; readonly fault?: Fault };

/** The same generator, with each answer noted: how long it took, whether it came, and what that says to the breaker. */
export function observeGenerator(
  generator: Generator,
  { clock, health, breaker }: { clock: Clock; health: HealthRecord; breaker: CircuitBreaker },
): Generator {
  const { lookUp, checkHealth } = generator;

  const watch = async <T extends Answer>(
    kind: QuestionKind,
    ask: () => Promise<T>,
    beganMs: () => number,
  ): Promise<T> => {
    const note = (fault: Fault | null): void => {
      const nowMs = clock.nowMs();
      health.note(kind, nowMs, Math.max(0, nowMs - beganMs()), fault);
    };
    let answer: T;
    try {
      answer = await ask();
    } catch (thrown) {
      note(faultOf(thrown, 'provider.adapter-failed'));
      throw thrown;
    }
    const trouble = troubleOf(answer);
    if (trouble === 'ours') return answer;
    note(trouble);
    if (trouble === null) breaker.noteGood();
    else if (speaksOfReach(trouble)) breaker.noteBad(clock.nowMs());
    return answer;
  };

  return {
    ...generator,
    submit(request, context) {
      let firstByteMs: number | null = null;
      const askedMs = clock.nowMs();
      const beforeFirstByte = (): void => {
        context.beforeFirstByte();
        firstByteMs = clock.nowMs();
      };
      return watch(
        'submit',
        () => generator.submit(request, { ...context, beforeFirstByte }),
        () => firstByteMs ?? askedMs,
      );
    },
    poll: (...args) => timed('poll', () => generator.poll(...args)),
    fetch: (...args) => timed('fetch', () => generator.fetch(...args)),
    cancel: (...args) => timed('cancel', () => generator.cancel(...args)),
    ...(lookUp === undefined
      ? {}
      : { lookUp: (...args: Parameters<typeof lookUp>) => timed('look-up', () => lookUp(...args)) }),
    ...(checkHealth === undefined
      ? {}
      : {
          async checkHealth(signal: AbortSignal) {
            const askedMs = clock.nowMs();
            const result = await checkHealth(signal);
            const nowMs = clock.nowMs();
            health.noteCheck(nowMs, result);
            health.note('check', nowMs, nowMs - askedMs, result.ok ? null : result.fault);
            if (result.ok) breaker.noteGood();
            else breaker.noteBad(nowMs);
            return result;
          },
        }),
  };

  function timed<T extends Answer>(kind: QuestionKind, ask: () => Promise<T>): Promise<T> {
    const askedMs = clock.nowMs();
    return watch(kind, ask, () => askedMs);
  }
}

/** What an answer says of the provider: nothing bad (null), its trouble, or that the reason is on our side. */
function troubleOf(answer: Answer): Fault | null | 'ours' {
  switch (answer.kind) {
    case 'not-sent':
    case 'ambiguous':
    case 'unreachable':
      break;
    default:
      return null;
  }
  const { fault } = answer;
  // A limit that was met or a job that was taken back while the connection was being opened says nothing of the provider.
  if (fault === undefined || !fault.code.startsWith('provider.')) return 'ours';
  return fault;
}

/** Too many requests, or a key that is missing, are answers of a provider that is up. */
function speaksOfReach({ code }: Fault): boolean {
  return code !== 'provider.rate-limited' && !code.startsWith('provider.key-');
}

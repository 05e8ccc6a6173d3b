import type { Fault } from '../../domain/kernel/result.ts';

/** Whether a refusal holds for every request to the provider, and not only for what one shot asks for. */
export function concernsAll({ code }: Fault): boolean {
  return code.startsWith('provider.key-') || code === 'provider.no-balance';
}

import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Generator } from '../ports/generator.ts';

/** The generator of a provider; `provider.unknown` names those that are set up. */
export function findGenerator(generators: readonly Generator[], provider: string): Result<Generator> {
  const found = generators.find((generator) => generator.provider === provider);
  if (found !== undefined) return ok(found);
  const names = generators.map((generator) => generator.provider).join(', ');
  return fail(
    'provider.unknown',
    `No provider "${provider}" is set up; there is ${names}. Nothing was sent.`,
  );
}

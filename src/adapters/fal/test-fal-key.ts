import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { askFal, type FalClient } from './fal-client.ts';
import { refusalFault, troubleFault } from './fal-faults.ts';
import { defaultFalModels } from './models/fal-models.ts';

/** Looks up a price, which needs the key and costs nothing. */
export async function testFalKey(client: FalClient): Promise<Result<string>> {
  const address = `https://api.fal.ai/v1/models/pricing?endpoint_id=${encodeURIComponent(defaultFalModels.still)}`;
  const asked = await askFal(client, { method: 'GET', address });
  if (!asked.ok) return asked;
  const answer = asked.value;
  if (answer.kind !== 'answer') return { ok: false, fault: troubleFault('no answer came') };
  const { status } = answer;
  if (status === 200) return ok('Fal took the key. Nothing was charged.');
  if (status === 401 || status === 403 || status === 402) {
    return { ok: false, fault: refusalFault(answer, 'the test of the key') };
  }
  return fail(
    'provider.unreachable',
    `Fal answered the test with ${status}, which says nothing about the key. Nothing was charged; try again later.`,
  );
}

import { describeGenerator } from '../../core/ports/generator.conformance.ts';
import { fail } from '../../domain/kernel/result.ts';
import { stillRequest } from '../builders/generation-requests.ts';
import { createFakeGenerator } from './fake-generator.ts';
import { createFakeProvider } from './fake-provider.ts';

for (const free of [false, true]) {
  describeGenerator(`fake, ${free ? 'free' : 'paid'}`, async () => {
    const far = createFakeProvider(({ prompt }) => {
      if (prompt === 'refused') return { submit: 'refuse' };
      if (prompt === 'answer lost') return { submit: 'lose-answer' };
      if (prompt === 'slow') return { polls: Array(1_000).fill('waiting') };
      return { polls: ['waiting', 'running'] };
    });
    return {
      open: () => createFakeGenerator(far, { free }),
      request: stillRequest(),
      assetPath: () => fail('library.not-found', 'There is no such file.'),
      accepted: () => far.accepted.length,
      isComplete: (bytes) => bytes.toString().startsWith('result of '),
      refused: () => stillRequest({ prompt: 'refused' }),
      answerLost: () => stillRequest({ prompt: 'answer lost' }),
      unreachable: () => {
        const nobody = createFakeProvider();
        nobody.offline = true;
        return createFakeGenerator(nobody, { free });
      },
      slow: () => stillRequest({ prompt: 'slow' }),
    };
  });
}

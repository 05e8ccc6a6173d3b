import fc from 'fast-check';
import { type Block, BlockKind } from '../../domain/text/block.ts';
import { buildBlocks, type ShortBlock } from './build-blocks.ts';

const phrases = fc.constantFrom(
  'MARA',
  'She hurries down the stairs.',
  'INT. HOUSE - NIGHT',
  '“Come in,” said Tomas.',
  '"Who?" he asked',
  '(beat)',
  'MONTAGE - RAIN',
  '-- A door.\n-- A hand.',
  'END MONTAGE',
  'CUT TO:',
  'JOHN (40s, tall) and MARY (30) dance.',
  '[[a note]]',
  'At dusk they reached the harbour.',
  'Silence. Then, very close:',
  '*bold* _under_',
  '...',
  '—',
  'word '.repeat(90),
  'Ines took the horn, went outside, and played.',
  'A brass lantern, still lit.',
  '[[',
  '((',
  '"',
  '“',
  'Her hands.',
);

/** Text as nobody writes it, and now and then as somebody does. */
export const arbitraryText = fc.oneof(
  { weight: 5, arbitrary: fc.array(phrases, { maxLength: 4 }).map((parts) => parts.join(' ')) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.lorem({ maxCount: 60 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '\n\n',
      '\uFEFF',
      '\uD800',
      '𝔘'.repeat(40),
      'x'.repeat(5_000),
      '日本語の長い文。次の文。',
    ),
  },
);

/** Blocks of every kind in any order, with any text. */
export const arbitraryBlocks: fc.Arbitrary<Block[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...BlockKind.options),
      arbitraryText,
      fc.record({
        key: fc.constantFrom(null, 'Title', 'Author'),
        depth: fc.integer({ min: 0, max: 3 }),
        dual: fc.constantFrom(null, 'left' as const, 'right' as const),
      }),
    ),
    { maxLength: 25 },
  )
  .map((short) => buildBlocks(short as ShortBlock[]));

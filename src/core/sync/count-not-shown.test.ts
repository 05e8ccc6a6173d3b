import { expect, test } from 'vitest';
import { countNotShown } from './count-not-shown.ts';

test('what cannot be held is counted by kind and field', () => {
  const things = ['a', 'b'].map((id) => ({ entity: 'shot', id, field: 'lensMm' }));
  expect(countNotShown([...things, { entity: 'block', id: 'a', field: 'kind' }])).toEqual([
    { entity: 'shot', field: 'lensMm', count: 2 },
    { entity: 'block', field: 'kind', count: 1 },
  ]);
});

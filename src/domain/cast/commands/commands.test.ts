import { expect, test } from 'vitest';
import { testProjectId } from '../../../testing/builders/build-blocks.ts';
import { unwrap } from '../../kernel/result.ts';
import { ProjectDirection } from '../../project/commands/direct-project.ts';
import { ShotEdit } from '../../shots/commands/edit-shot.ts';
import type { CastMember } from '../cast-member.ts';
import type { Place } from '../place.ts';
import { editMember, MemberEdit } from './edit-member.ts';
import { editPlace, PlaceEdit } from './edit-place.ts';

const mara: CastMember = {
  id: 'mara' as CastMember['id'],
  projectId: testProjectId,
  order: 'a0',
  name: 'MARA',
  description: 'tall',
  voiceOnly: false,
  referenceAssetIds: ['1'.repeat(64) as never],
  voice: null,
  editedFields: [],
};

test('an edit that says nothing of a field says nothing of it, whatever older rows are completed with', () => {
  for (const schema of [MemberEdit, PlaceEdit, ShotEdit, ProjectDirection])
    expect(schema.parse({})).toEqual({});
});

test('a character is described by hand, and a later breakdown leaves that alone', () => {
  const patch = unwrap(editMember([mara], mara.id, { description: 'tall, a scar' }));
  expect(patch.changes).toMatchObject([
    {
      kind: 'update',
      fields: { description: { to: 'tall, a scar' }, editedFields: { to: ['description'] } },
    },
  ]);
  expect(unwrap(editMember([mara], mara.id, { description: 'tall' })).changes).toEqual([]);
  expect(editMember([mara], 'nobody', {})).toMatchObject({ fault: { code: 'cast.not-found' } });
});

test('a place gets its row with its first description, under the name that scenes have, whatever its case', () => {
  const first = unwrap(editPlace([], testProjectId, ' KITCHEN ', { description: 'copper pans' }));
  const [added] = first.changes;
  if (added?.kind !== 'add') throw new Error('nothing was added');
  expect(added.row).toMatchObject({
    name: 'KITCHEN',
    description: 'copper pans',
    editedFields: ['description'],
  });
  const place = added.row as unknown as Place;
  const again = unwrap(editPlace([place], testProjectId, 'Kitchen', { description: null }));
  expect(again.changes).toMatchObject([
    { kind: 'update', id: place.id, fields: { description: { to: null } } },
  ]);
  expect(editPlace([], testProjectId, '  ', {})).toMatchObject({ fault: { code: 'place.no-name' } });
});

import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { entitySchemas } from '../entities.ts';
import { entityNames } from '../kernel/patch.ts';
import { fieldGroups, fieldWay, fieldWays } from './synced-fields.ts';

function fieldsOf(schema: z.core.$ZodType): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap(fieldsOf))];
  throw new TypeError('a record is an object or a union of objects');
}

describe('what travels is decided', () => {
  test.each(entityNames)('for every field of %s', (entity) => {
    const ways = fieldWays[entity];
    if (ways === null) return expect(entity, 'only files on this computer stay whole').toBe('export');
    expect(Object.keys(ways).sort()).toEqual([...fieldsOf(entitySchemas[entity])].sort());
    for (const field of (fieldGroups[entity] ?? []).flat()) {
      expect(['edited', 'noted'], `${field} is stamped with its group`).toContain(fieldWay(entity, field));
    }
  });

  test('what belongs to this computer stays', () => {
    const staying = entityNames.flatMap((entity) =>
      Object.entries(fieldWays[entity] ?? {})
        .filter(([, way]) => way === 'stays')
        .map(([field]) => `${entity}.${field}`),
    );
    expect(staying).toEqual(['project.sourcePath', 'job.tries', 'job.notBeforeMs']);
  });
});

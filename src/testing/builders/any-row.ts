import fc from 'fast-check';
import { z } from 'zod';
import { type EntityOf, entitySchemas } from '../../domain/entities.ts';
import type { EntityName } from '../../domain/kernel/patch.ts';

/**
 * Any row that the schema of a kind allows, derived from the schema itself: a field that is added there is filled here
 * without anybody thinking of it.
 */
export function anyRow<E extends EntityName>(entity: E): fc.Arbitrary<EntityOf<E>> {
  return anyValue(entitySchemas[entity]) as fc.Arbitrary<EntityOf<E>>;
}

/** One row of a kind, the same in every run, with the fields that a test cares about. A job is this device's. */
export function sampleRow<E extends EntityName>(entity: E, over: Partial<EntityOf<E>> = {}): EntityOf<E> {
  const [row] = fc.sample(anyRow(entity), { seed: 1, numRuns: 1 });
  const own = entity === 'job' ? { deviceId: null } : {};
  return { ...row, ...own, ...over } as EntityOf<E>;
}

function anyValue(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodDefault) return anyValue(schema.unwrap());
  if (schema instanceof z.ZodOptional) return anyValue(schema.unwrap());
  if (schema instanceof z.ZodNullable) return fc.option(anyValue(schema.unwrap()), { freq: 3 });
  if (schema instanceof z.ZodString) return anyString(schema);
  if (schema instanceof z.ZodNumber) return anyNumber(schema);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodArray) return fc.array(anyValue(schema.element), { maxLength: 4 });
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(anyValue));
  if (schema instanceof z.ZodRecord) {
    return fc.dictionary(anyString(z.string()) as fc.Arbitrary<string>, anyValue(schema.valueType), {
      maxKeys: 3,
      noNullPrototype: true,
    });
  }
  // The only lazy schema is that of any JSON at all.
  if (schema instanceof z.ZodLazy) return fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries<z.core.$ZodType>(schema.shape);
    // What is optional is absent or there, never undefined.
    const requiredKeys = fields
      .filter(([, field]) => !(field instanceof z.ZodOptional))
      .map(([name]) => name);
    return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, anyValue(field)])), {
      requiredKeys,
    });
  }
  throw new TypeError(`anyRow does not know how to fill a ${schema._zod.def.type}`);
}

function anyString(schema: z.ZodString): fc.Arbitrary<unknown> {
  const sha256 = '0'.repeat(64);
  if (schema.safeParse(sha256).success && !schema.safeParse('no digest').success) {
    return fc.stringMatching(/^[0-9a-f]{64}$/);
  }
  const minLength = schema.minLength ?? 0;
  const maxLength = Math.min(schema.maxLength ?? 40, 40);
  // Ids and the like want a name, not a random run of marks; free text gets everything that Unicode has.
  return minLength > 0
    ? fc.stringMatching(/^[a-z0-9-]{8,20}$/)
    : fc.string({ unit: 'grapheme', minLength, maxLength });
}

function anyNumber(schema: z.ZodNumber): fc.Arbitrary<number> {
  const whole = schema.format === 'safeint' || schema.format === 'int32';
  const least = schema.minValue ?? Number.NEGATIVE_INFINITY;
  const most = schema.maxValue ?? Number.POSITIVE_INFINITY;
  if (whole) {
    // `positive()` reports 0 as its bound although 0 itself is refused.
    const min = Math.max(least, -(2 ** 40)) + (schema.safeParse(least).success ? 0 : 1);
    return fc.integer({ min: Math.trunc(min), max: Math.min(most, 2 ** 40) });
  }
  const min = Math.max(least, -1000) + (schema.safeParse(least).success || least < -1000 ? 0 : 0.5);
  // SQLite has one zero.
  return fc.double({ min, max: Math.min(most, 1000), noNaN: true }).map((value) => (value === 0 ? 0 : value));
}

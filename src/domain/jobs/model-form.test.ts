import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOfForm, problemOfExtra } from './model-form.ts';

const form = {
  type: 'object',
  properties: {
    prompt: { type: 'string' },
    image_url: { type: 'string' },
    seed: { type: 'integer' },
    num_images: { type: 'integer', default: 1 },
    generate_audio: { type: 'boolean', default: true, description: 'Sound as well.' },
    resolution: { enum: ['720p', '1080p'], type: 'string', default: '720p', title: 'Resolution' },
    cfg_scale: { anyOf: [{ type: 'number', minimum: 0, maximum: 1 }, { type: 'null' }], default: 0.5 },
    steps: { type: 'integer', minimum: 1, maximum: 50 },
    loras: { type: 'array', items: { type: 'object' } },
    __proto__: { type: 'string' },
    constructor: { type: 'string' },
  },
};

test('a person may set what the studio does not fill in itself', () => {
  const fields = fieldsOfForm(form);
  expect(fields.map(({ name, kind, usual }) => [name, kind, usual])).toEqual([
    ['generate_audio', 'switch', true],
    ['resolution', 'choice', '720p'],
    ['cfg_scale', 'number', 0.5],
    ['steps', 'integer', null],
  ]);
});

test('a value that a field does not take is refused by the field’s name', () => {
  const fields = fieldsOfForm(form);
  const problem = (name: string, value: string | number | boolean) =>
    problemOfExtra(fields, { [name]: value });
  expect(problem('resolution', '1080p')).toBeNull();
  expect(problem('resolution', '4k')).toEqual({ field: 'resolution', words: 'it may be 720p, 1080p' });
  expect(problem('cfg_scale', 2)).toEqual({ field: 'cfg_scale', words: 'at most 1' });
  expect(problem('steps', 1.5)).toEqual({ field: 'steps', words: 'it is a whole number' });
  expect(problem('generate_audio', 'yes')).toEqual({ field: 'generate_audio', words: 'it is true or false' });
  expect(problem('prompt', 'Something else.')?.field).toBe('prompt');
  expect(problem('image_url', 'http://169.254.169.254/')?.field).toBe('image_url');
});

test('whatever a schema says, the fields are few and short', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.string(), (value, name) => {
      for (const schema of [value, { properties: value }, { properties: { [name]: value } }]) {
        const fields = fieldsOfForm(schema);
        expect(fields.length).toBeLessThanOrEqual(60);
        for (const { label, description } of fields) {
          expect(label.length).toBeLessThanOrEqual(80);
          expect(description?.length ?? 0).toBeLessThanOrEqual(400);
        }
      }
    }),
  );
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`f${i}`, { type: 'string' }]));
  expect(fieldsOfForm({ properties: many })).toHaveLength(60);
});

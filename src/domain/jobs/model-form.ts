import type { JsonValue } from '../kernel/patch.ts';

/** One field of a model's own input form that a person may set, as a screen shows it. */
export interface ModelField {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly kind: 'text' | 'number' | 'integer' | 'switch' | 'choice';
  readonly choices: readonly (string | number)[];
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly mostCharacters: number | null;
  /** What the model takes where nothing is set; null where it does not say. */
  readonly usual: string | number | boolean | null;
}

/** What a person may set is bounded, whoever wrote the schema: it is shown, kept and sent. */
const mostFields = 60;
const mostChoices = 200;
const mostLabel = 80;
const mostDescription = 400;
const mostText = 4_000;

/**
 * Fields that the studio fills in by itself: words, pictures, sizes, lengths, seeds and how many results. They are nobody's to set by
 * hand, for then the take would not be what its shot asks for.
 */
const ownFields = [
  /^(prompt|text|gen_text|input|negative_prompt|system_prompt|system|instructions)$/,
  /^(seed|voice|voice_id|speed|language|language_code|aspect_ratio|image_size|width|height)$/,
  /^(duration|duration_seconds|seconds_total|music_length_ms|num_frames)$/,
  /^(num_images|max_images|num_videos|num_samples|number_of_images|num_outputs|sync_mode)$/,
  /^(upscale_factor|scale|factor|max_tokens|max_output_tokens|messages|model)$/,
  /(url|urls|image|images|video|audio|mask|file|webhook|token|key)$/,
];

/** `generate_audio` ends as an address does and is none. */
const keptFields = /^(generate|enable|with|has)_/;

/** The fields of an input form (JSON Schema) that a person may set. What cannot be read as a field is left out. */
export function fieldsOfForm(schema: unknown): ModelField[] {
  const properties = recordOf(recordOf(schema)?.['properties']);
  if (properties === null) return [];
  return Object.entries(properties)
    .filter(([name]) => isSettable(name))
    .flatMap(([name, form]) => fieldOf(name, form))
    .slice(0, mostFields);
}

/** What of the values does not fit the fields: the field and what it takes; null where all do. */
export function problemOfExtra(
  fields: readonly ModelField[],
  extra: Readonly<Record<string, JsonValue>>,
): { readonly field: string; readonly words: string } | null {
  for (const [name, value] of Object.entries(extra)) {
    const field = fields.find((one) => one.name === name);
    const words = field === undefined ? 'the model has no such field to set' : problemOfValue(field, value);
    if (words !== null) return { field: name, words };
  }
  return null;
}

function problemOfValue(field: ModelField, value: JsonValue): string | null {
  switch (field.kind) {
    case 'switch':
      return typeof value === 'boolean' ? null : 'it is true or false';
    case 'choice':
      return field.choices.some((one) => one === value) ? null : `it may be ${field.choices.join(', ')}`;
    case 'text':
      if (typeof value !== 'string') return 'it is a text';
      return value.length > (field.mostCharacters ?? mostText)
        ? `at most ${field.mostCharacters ?? mostText} characters`
        : null;
    default:
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'it is a number';
      if (field.kind === 'integer' && !Number.isInteger(value)) return 'it is a whole number';
      if (field.minimum !== null && value < field.minimum) return `at least ${field.minimum}`;
      return field.maximum !== null && value > field.maximum ? `at most ${field.maximum}` : null;
  }
}

function isSettable(name: string): boolean {
  if (!/^[a-z][\w-]{0,63}$/i.test(name) || name in Object.prototype) return false;
  return keptFields.test(name) || !ownFields.some((pattern) => pattern.test(name));
}

function fieldOf(name: string, schema: unknown): ModelField[] {
  const outer = recordOf(schema);
  if (outer === null) return [];
  // Nullable fields are written as a choice between a value and null.
  const parts = Array.isArray(outer['anyOf']) ? outer['anyOf'].map(recordOf) : [];
  const inner = parts.find((part) => part !== null && part['type'] !== 'null') ?? outer;
  const choices = choicesOf(inner['enum'] ?? outer['enum']);
  const kind = choices.length > 0 ? 'choice' : kindOf(inner['type']);
  if (kind === null) return [];
  const usual = outer['default'];
  return [
    {
      name,
      label: textOf(outer['title'], mostLabel) ?? name.replaceAll('_', ' '),
      description: textOf(outer['description'] ?? inner['description'], mostDescription),
      kind,
      choices,
      minimum: numberOf(inner['minimum']),
      maximum: numberOf(inner['maximum']),
      mostCharacters: numberOf(inner['maxLength']),
      usual:
        typeof usual === 'string'
          ? usual.slice(0, mostText)
          : typeof usual === 'number' || typeof usual === 'boolean'
            ? usual
            : null,
    },
  ];
}

function kindOf(type: unknown): ModelField['kind'] | null {
  switch (type) {
    case 'string':
      return 'text';
    case 'number':
    case 'integer':
      return type;
    case 'boolean':
      return 'switch';
    default:
      return null;
  }
}

function choicesOf(values: unknown): (string | number)[] {
  if (!Array.isArray(values)) return [];
  return values
    .filter((value) => (typeof value === 'string' && value.length <= mostLabel) || Number.isFinite(value))
    .slice(0, mostChoices) as (string | number)[];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}

function textOf(value: unknown, most: number): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, most) : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

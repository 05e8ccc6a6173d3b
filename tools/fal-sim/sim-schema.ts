import type { SimLimits } from './sim-endpoints.ts';

/** The part of JSON Schema that Fal's input forms are written in. */
export interface SimSchema {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly properties?: Readonly<Record<string, SimSchema>>;
  readonly required?: readonly string[];
  readonly items?: SimSchema;
  readonly enum?: readonly (string | number)[];
  readonly anyOf?: readonly SimSchema[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
}

/** One entry of `detail` in Fal's answer to a bad input. */
export interface SimProblem {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
}

/** A form with its limits written into its fields, as the platform publishes it. */
export function withLimits(schema: SimSchema, limits: SimLimits = {}): SimSchema {
  const entries = Object.entries(schema.properties ?? {});
  return {
    ...schema,
    properties: Object.fromEntries(entries.map(([name, field]) => [name, { ...field, ...limits[name] }])),
  };
}

/** Fal's own list of what is wrong with a value; empty when it is fine. Fields that the form does not have are left alone. */
export function checkAgainst(schema: SimSchema, value: unknown, loc: SimProblem['loc']): SimProblem[] {
  const problem = (msg: string, type: string): SimProblem[] => [{ loc, msg, type }];
  if (schema.anyOf !== undefined) {
    const tries = schema.anyOf.map((one) => checkAgainst(one, value, loc));
    return tries.some((found) => found.length === 0) ? [] : (tries[0] ?? []);
  }
  if (schema.enum !== undefined) {
    if (schema.enum.some((one) => one === value)) return [];
    return problem(`Input should be ${schema.enum.map((one) => `'${one}'`).join(', ')}`, 'literal_error');
  }
  switch (schema.type) {
    case 'string': {
      if (typeof value !== 'string') return problem('Input should be a valid string', 'string_type');
      const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
      if (value.length < minLength) {
        return problem(`String should have at least ${minLength} characters`, 'string_too_short');
      }
      if (value.length > maxLength) {
        return problem(`String should have at most ${maxLength} characters`, 'string_too_long');
      }
      return [];
    }
    case 'number':
    case 'integer': {
      if (typeof value !== 'number') return problem('Input should be a valid number', 'float_type');
      const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
      if (value < minimum) {
        return problem(`Input should be greater than or equal to ${minimum}`, 'greater_than_equal');
      }
      if (value > maximum)
        return problem(`Input should be less than or equal to ${maximum}`, 'less_than_equal');
      return [];
    }
    case 'boolean':
      return typeof value === 'boolean' ? [] : problem('Input should be a valid boolean', 'bool_type');
    case 'array': {
      if (!Array.isArray(value)) return problem('Input should be a valid list', 'list_type');
      const { maxItems = Number.POSITIVE_INFINITY, items = {} } = schema;
      if (value.length > maxItems) {
        return problem(`List should have at most ${maxItems} items`, 'too_long');
      }
      return value.flatMap((item, i) => checkAgainst(items, item, [...loc, i]));
    }
    case 'object':
      return checkObject(schema, value, loc);
    default:
      return [];
  }
}

function checkObject(schema: SimSchema, value: unknown, loc: SimProblem['loc']): SimProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ loc, msg: 'Input should be a valid dictionary', type: 'dict_type' }];
  }
  const record = value as Readonly<Record<string, unknown>>;
  const missing = (schema.required ?? [])
    .filter((name) => record[name] === undefined)
    .map((name) => ({ loc: [...loc, name], msg: 'Field required', type: 'missing' }));
  const wrong = Object.entries(schema.properties ?? {})
    .filter(([name]) => record[name] !== undefined && record[name] !== null)
    .flatMap(([name, field]) => checkAgainst(field, record[name], [...loc, name]));
  return [...missing, ...wrong];
}

import { isRecord } from '../../../net/read-answer.ts';
import type { FormSchema } from './form-schema.ts';

export interface InputProblem {
  /** "voice_setting.speed". */
  readonly field: string;
  readonly words: string;
}

/** What of an input its form would not take; the first thing, or null. Fields that no form has are a mistake too. */
export function problemOfInput(form: FormSchema, input: unknown): InputProblem | null {
  return problemOf(form, input, '');
}

function problemOf(form: FormSchema, value: unknown, field: string): InputProblem | null {
  const problem = (words: string): InputProblem => ({ field, words });
  if (form.anyOf !== undefined) {
    const problems = form.anyOf.map((one) => problemOf(one, value, field));
    return problems.includes(null) ? null : (problems[0] ?? null);
  }
  if (form.enum !== undefined) {
    const found = form.enum.some((one) => one === value);
    return found ? null : problem(`it may be ${form.enum.map(String).join(', ')}`);
  }
  switch (form.type) {
    case 'string':
      return typeof value === 'string' ? problemOfLength(form, value, problem) : problem('it is a text');
    case 'integer':
    case 'number':
      return problemOfNumber(form, value, problem);
    case 'boolean':
      return typeof value === 'boolean' ? null : problem('it is true or false');
    case 'null':
      return value === null ? null : problem('it is empty');
    case 'array': {
      if (!Array.isArray(value)) return problem('it is a list');
      const { maxItems, items } = form;
      if (maxItems !== undefined && value.length > maxItems) return problem(`at most ${maxItems} entries`);
      if (items === undefined) return null;
      return first(value, (item, i) => problemOf(items, item, `${field}.${i}`));
    }
    case 'object':
      return isRecord(value) ? problemOfFields(form, value, field) : problem('it is a group of fields');
    default:
      return null;
  }
}

function problemOfLength(
  { minLength, maxLength }: FormSchema,
  { length }: string,
  problem: (words: string) => InputProblem,
): InputProblem | null {
  if (minLength !== undefined && length < minLength) return problem(`at least ${minLength} characters`);
  if (maxLength !== undefined && length > maxLength) return problem(`at most ${maxLength} characters`);
  return null;
}

function problemOfNumber(
  { type, minimum, maximum }: FormSchema,
  value: unknown,
  problem: (words: string) => InputProblem,
): InputProblem | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return problem('it is a number');
  if (type === 'integer' && !Number.isInteger(value)) return problem('it is a whole number');
  if (minimum !== undefined && value < minimum) return problem(`at least ${minimum}`);
  if (maximum !== undefined && value > maximum) return problem(`at most ${maximum}`);
  return null;
}

function problemOfFields(
  { properties, required = [] }: FormSchema,
  value: Readonly<Record<string, unknown>>,
  field: string,
): InputProblem | null {
  const inside = (name: string): string => (field === '' ? name : `${field}.${name}`);
  const missing = required.find((name) => value[name] === undefined);
  if (missing !== undefined) return { field: inside(missing), words: 'it must be given' };
  if (properties === undefined) return null;
  return first(Object.entries(value), ([name, part]) => {
    const own = properties[name];
    if (own === undefined) return { field: inside(name), words: 'the model has no such field' };
    return problemOf(own, part, inside(name));
  });
}

function first<T>(
  items: readonly T[],
  find: (item: T, index: number) => InputProblem | null,
): InputProblem | null {
  for (const [i, item] of items.entries()) {
    const found = find(item, i);
    if (found !== null) return found;
  }
  return null;
}

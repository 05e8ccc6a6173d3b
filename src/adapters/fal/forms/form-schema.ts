import { isRecord } from '../../../net/read-answer.ts';

/** The part of JSON Schema that Fal's input forms are written in, with every reference put in. */
export interface FormSchema {
  readonly type?: string;
  readonly title?: string;
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly required?: readonly string[];
  readonly items?: FormSchema;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly anyOf?: readonly FormSchema[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
}

/** Deeper than any form is; an input that refers to itself ends here. */
const deepest = 8;

/** The input form of an endpoint in its OpenAPI document; null where there is none. */
export function readForm(endpoint: string, openapi: unknown): FormSchema | null {
  if (!isRecord(openapi)) return null;
  const body = at(
    openapi,
    'paths',
    `/${endpoint}`,
    'post',
    'requestBody',
    'content',
    'application/json',
    'schema',
  );
  const form = inline(body, openapi, 0);
  return isRecord(form) && isRecord(form['properties']) ? (form as FormSchema) : null;
}

/** The document's node with each reference replaced by what it refers to. `allOf` of one is that one. */
function inline(node: unknown, document: Readonly<Record<string, unknown>>, depth: number): unknown {
  if (depth > deepest) return {};
  if (Array.isArray(node)) return node.map((item) => inline(item, document, depth));
  if (!isRecord(node)) return node;
  const target = node['$ref'];
  if (typeof target === 'string') {
    const path = target.startsWith('#/') ? target.slice(2).split('/') : [];
    return inline(at(document, ...path), document, depth + 1);
  }
  const { allOf, ...rest } = node;
  const own = Object.entries(rest).map(([name, value]) => [name, inline(value, document, depth + 1)]);
  const first = Array.isArray(allOf) ? inline(allOf[0], document, depth + 1) : null;
  return { ...(isRecord(first) ? first : {}), ...Object.fromEntries(own) };
}

function at(root: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((node, name) => (isRecord(node) ? node[name] : undefined), root);
}

/** Values that a field may have, where it has a list of them. */
export function choicesOf(field: FormSchema | undefined): readonly (string | number)[] {
  const own = field?.enum ?? field?.anyOf?.find((one) => one.enum !== undefined)?.enum ?? [];
  return own.filter((value) => typeof value === 'string' || typeof value === 'number');
}

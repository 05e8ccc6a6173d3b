/**
 * Writes fal-sim/endpoint-schemas.json: the input forms of the endpoints that the stand-in serves, as JSON Schema, read from the
 * vendor's own types. Run again when the vendor's package or the list below changes:
 *
 *   node tools/write-fal-schemas.mjs
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';
import { simEndpoints } from './fal-sim/sim-endpoints.ts';

const types = createRequire(import.meta.url)
  .resolve('@fal-ai/client/endpoints')
  .replace(/\.js$/, '.d.ts');
const program = ts.createProgram([types], { strict: true, lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'] });
const checker = program.getTypeChecker();
const source = program.getSourceFile(types);
const map = source.statements.find(
  (statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === 'EndpointTypeMap',
);
const endpoints = checker.getTypeAtLocation(map);

const member = (type, name) => {
  const symbol = type.getProperty(name);
  if (symbol === undefined) throw new Error(`the vendor's types have no ${name}`);
  return checker.getTypeOfSymbolAtLocation(symbol, source);
};

/** "Default value: `x`" in a field's comment. */
function defaultOf(symbol) {
  const words = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  const text = /Default value: `([^`]*)`/.exec(words)?.[1];
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // A value in another language's spelling; the form has none then.
    return undefined;
  }
}

function schemaOf(type, depth = 0) {
  if (depth > 5) return {};
  if (type.isUnion()) return unionOf(type, depth);
  if (type.isStringLiteral() || type.isNumberLiteral()) return { enum: [type.value] };
  if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
  if (type.flags & ts.TypeFlags.String) return { type: 'string' };
  if (type.flags & ts.TypeFlags.Number) return { type: 'number' };
  if (checker.isArrayType(type)) {
    return { type: 'array', items: schemaOf(checker.getTypeArguments(type)[0], depth + 1) };
  }
  if (!(type.flags & ts.TypeFlags.Object)) return {};
  const properties = {};
  const required = [];
  for (const symbol of type.getProperties()) {
    const value = defaultOf(symbol);
    properties[symbol.name] = {
      ...schemaOf(checker.getTypeOfSymbolAtLocation(symbol, source), depth + 1),
      ...(value === undefined ? {} : { default: value }),
    };
    if (!(symbol.flags & ts.SymbolFlags.Optional)) required.push(symbol.name);
  }
  return { type: 'object', properties, required };
}

function unionOf(type, depth) {
  const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
  // A file goes over the wire as its address.
  const wire = parts.filter((part) => !['Blob', 'File'].includes(part.symbol?.name ?? ''));
  if (wire.some((part) => part.flags & ts.TypeFlags.String) && wire.length < parts.length) {
    return { type: 'string' };
  }
  if (wire.every((part) => part.flags & ts.TypeFlags.BooleanLike)) return { type: 'boolean' };
  const values = wire.filter((part) => part.isStringLiteral() || part.isNumberLiteral());
  const others = wire.filter((part) => !values.includes(part)).map((part) => schemaOf(part, depth));
  const one = values.length === 0 ? [] : [{ enum: values.map((part) => part.value) }];
  const all = [...others, ...one];
  return all.length === 1 ? all[0] : { anyOf: all };
}

const schemas = Object.fromEntries(
  Object.keys(simEndpoints).map((id) => [id, schemaOf(member(member(endpoints, id), 'input'))]),
);
const file = new URL('./fal-sim/endpoint-schemas.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(schemas, null, 1)}\n`);
console.log(`${Object.keys(schemas).length} endpoints`);

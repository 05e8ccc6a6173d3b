import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What the sources say to a person: its text, with `{}` for every value that only a run knows. */
export interface StudioSentence {
  readonly file: string;
  readonly text: string;
}

/** A beginning as a sentence has it, a space, and a full stop at the end. */
const sentenceShape = /^[A-Z"{].* .*\.$/s;
const holesOnly = /^[{}\s."“”'()…;:,×-]*$/;

/**
 * Every sentence in the modules of a folder, found by syntax: texts and templates, with choices followed and the
 * file's own constants put in, so that each is as a person would read it.
 */
export function findStudioSentences(folder: string, skipped: RegExp): StudioSentence[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => /\.tsx?$/.test(name) && !/\.(test|conformance)\.tsx?$/.test(name) && !skipped.test(name),
    )
    .sort();
  return files.flatMap((file) => {
    const path = join(folder, file);
    const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    return [...sentencesOf(tree)].map((text) => ({ file, text }));
  });
}

function sentencesOf(tree: ts.SourceFile): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      for (const text of writtenAs(node)) {
        if (sentenceShape.test(text) && !holesOnly.test(text)) found.add(text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function writtenAs(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return writtenAs(node.expression);
  if (ts.isConditionalExpression(node)) return [...writtenAs(node.whenTrue), ...writtenAs(node.whenFalse)];
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce<string[]>(
      (before, { expression, literal }) =>
        before.flatMap((text) => writtenAs(expression).map((more) => text + more + literal.text)),
      [node.head.text],
    );
  }
  const constant = ts.isIdentifier(node) ? constantOf(node) : null;
  return constant === null ? ['{}'] : writtenAs(constant);
}

/** What a `const` of that name around it is, where it is words. */
function constantOf(name: ts.Identifier): ts.Expression | null {
  for (let around: ts.Node = name; !ts.isSourceFile(around); ) {
    around = around.parent;
    if (!ts.isBlock(around) && !ts.isSourceFile(around)) continue;
    for (const statement of around.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      for (const { name: own, initializer } of statement.declarationList.declarations) {
        if (own.getText() !== name.text) continue;
        return initializer !== undefined && isWords(initializer) ? initializer : null;
      }
    }
  }
  return null;
}

function isWords(node: ts.Expression): boolean {
  if (ts.isConditionalExpression(node)) return isWords(node.whenTrue) && isWords(node.whenFalse);
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

const verbHelpers = new Set(['onItem', 'onItems', 'titled']);

/** What edits are called in the modules of a folder: names that are committed with, verbs with what they are said of. */
export function findEditLabels(folder: string): string[] {
  const found = new Set<string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.ts$/.test(file) || /\.test\.ts$/.test(file)) continue;
    const path = join(folder, file);
    const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && verbHelpers.has(node.expression.getText())) {
        const [verb] = node.arguments;
        if (verb !== undefined) {
          for (const one of writtenAs(verb).filter((text) => text !== '{}'))
            for (const what of ['clip', '{} items']) found.add(`${one} ${what}`);
        }
      } else if (ts.isStringLiteral(node) && isLabel(node, file)) found.add(node.text);
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return [...found];
}

/** A name such as "Add track": in a handler, or given as `label`. */
function isLabel({ text, parent }: ts.StringLiteral, file: string): boolean {
  if (!/^[A-Z][a-z]+(-[a-z]+)?( [a-z-]+)*$/.test(text)) return false;
  if (ts.isPropertyAssignment(parent) && parent.name.getText() === 'label') return true;
  if (ts.isVariableDeclaration(parent) && /label$/i.test(parent.name.getText())) return true;
  const isVerb = ts.isCallExpression(parent.parent) && verbHelpers.has(parent.parent.expression.getText());
  const isCalled = ts.isCallExpression(parent) && verbHelpers.has(parent.expression.getText());
  return file.startsWith('handlers/') && !isVerb && !isCalled && !ts.isImportDeclaration(parent);
}

import { SaxesParser } from 'saxes';
import { FaultError, fail, ok, type Result } from '../../domain/kernel/result.ts';

export interface XmlElement {
  /** Without its prefix: `dc:title` is `title`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

const saveAgain = 'Make it again with the program that wrote it and import that.';

/** The elements of a small XML file in order, each with the text right inside it. No entity that a file declares is expanded. */
export function readXml(source: string, what: string): Result<readonly XmlElement[]> {
  const parser = new SaxesParser();
  const found: XmlElement[] = [];
  const open: XmlElement[] = [];
  parser.on('doctype', (declared) => {
    if (/<!ENTITY/i.test(declared)) throw new FaultError(declaresEntities(what));
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name: localName(name), attributes, text: '' };
    found.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  try {
    parser.write(source).close();
  } catch (thrown) {
    if (thrown instanceof FaultError) return { ok: false, fault: thrown.fault };
    return fail('text.malformed', `is damaged: its ${what} cannot be read. ${saveAgain}`, {
      cause: String(thrown).slice(0, 300),
    });
  }
  return ok(found);
}

export function declaresEntities(what: string): { code: 'text.unsafe-xml'; message: string } {
  return {
    code: 'text.unsafe-xml',
    message: `declares entities in its ${what}, which could load or multiply other content. ${saveAgain}`,
  };
}

export function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase();
}

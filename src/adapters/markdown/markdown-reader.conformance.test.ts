import { readFileSync } from 'node:fs';
import { describeDocumentReader } from '../../core/ports/document-reader.conformance.ts';
import { markdownReader } from './markdown-reader.ts';

describeDocumentReader('markdown', {
  reader: markdownReader,
  sample: readFileSync(new URL('../../testing/fixtures/stories/the-paper-boat.md', import.meta.url), 'utf8'),
  pieces: [
    '# ',
    '- ',
    '  - ',
    '> ',
    '```',
    '***',
    '<!--',
    '-->',
    '| a | b |\n|---|---|\n',
    '---\nkey: v\n---\n',
    '[a](b)',
    '*',
    '\\',
    '&amp;',
    '    ',
  ],
});

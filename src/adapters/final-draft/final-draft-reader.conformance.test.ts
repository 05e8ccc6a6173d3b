import { readFileSync } from 'node:fs';
import { describeDocumentReader } from '../../core/ports/document-reader.conformance.ts';
import { finalDraftReader } from './final-draft-reader.ts';

describeDocumentReader('final-draft', {
  reader: finalDraftReader,
  sample: readFileSync(new URL('../../testing/fixtures/scripts/ferry.fdx', import.meta.url), 'utf8'),
  pieces: [
    '<FinalDraft>',
    '<Content>',
    '<Paragraph Type="Action">',
    '<Text>',
    '</Text>',
    '</Paragraph>',
    '<ScriptNote>',
    '</ScriptNote>',
    '</Content>',
    '</FinalDraft>',
    '&amp;',
    '<!-- -->',
    '<![CDATA[x]]>',
    '<DualDialogue>',
    '</DualDialogue>',
    '<TitlePage>',
    '</TitlePage>',
  ],
});

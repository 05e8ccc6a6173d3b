import { expect, test } from 'vitest';
import { detectSourceKind } from './detect-source-kind.ts';
import { titleFromFileName } from './title-from-file-name.ts';

const screenplay =
  'INT. HUT - DAY\n\nRain.\n\nMARA\nHello.\n\nEXT. SEA - DAY\n\nWaves.\n\nINT. HUT - NIGHT\n\nDark.\n';
const prose = 'The harbour woke.\n\nINT. is how a scene begins, she said.\n';

test.each([
  ['a.fountain', prose, 'fountain'],
  ['a.SPMD', prose, 'fountain'],
  ['a.txt', prose, 'plain'],
  ['a.txt', screenplay, 'fountain'],
  ['a.txt', screenplay.replaceAll('\n', '\r\n'), 'fountain'],
  ['a.txt', '# One\n\nText.', 'plain'],
  ['a.md', prose, 'markdown'],
  ['a.md', screenplay, 'fountain'],
  ['a', '# One\n\nText.', 'markdown'],
  ['a', prose, 'plain'],
  ['a.fdx', 'nothing', 'final-draft'],
  ['a.xml', '<?xml version="1.0"?>\n<FinalDraft DocumentType="Script">', 'final-draft'],
  ['a.txt', '<FinalDraft>', 'final-draft'],
])('%s with %j is %s', (name, text, kind) => {
  expect(detectSourceKind(name, text)).toBe(kind);
});

test.each([
  ['the-last-signal.fountain', 'The Last Signal'],
  ['harbour-radio.txt', 'Harbour Radio'],
  ['TheNightFerry_v2.fdx', 'The Night Ferry v2'],
  ['my story.final.md', 'My Story Final'],
  ['up-to-the-sea.md', 'Up to the Sea'],
  ['.fountain', 'Fountain'],
  ['---.md', 'Untitled'],
])('%s is "%s"', (name, title) => {
  expect(titleFromFileName(name)).toBe(title);
});

import { expect, test } from 'vitest';
import { splitCue } from './split-cue.ts';

test.each([
  ['MARA', 'MARA', [], false, false],
  ['MARA (V.O.) ^', 'MARA', ['V.O.'], true, false],
  ["@McCLANE (O.S.) (CONT'D)", 'McCLANE', ['O.S.', "CONT'D"], true, true],
  ['MARA (CONT’D)', 'MARA', ['CONT’D'], false, true],
  ['MOM (on the phone)', 'MOM', ['on the phone'], true, false],
  ['OTTO (over radio)', 'OTTO', ['over radio'], true, false],
  ['HANS (angry)', 'HANS', ['angry'], false, false],
  ['(V.O.)', '(V.O.)', [], false, false],
  ['', '', [], false, false],
])('%j', (text, name, extensions, offScreen, continued) => {
  expect(splitCue(text)).toEqual({ name, extensions, offScreen, continued });
});

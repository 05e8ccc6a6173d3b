import { expect, test } from 'vitest';
import { parseHeading } from './parse-heading.ts';

test.each([
  ['INT. LIGHTHOUSE - LAMP ROOM - NIGHT', 'interior', 'LIGHTHOUSE - LAMP ROOM', 'night', 'NIGHT'],
  ['EXT. SEA - BEFORE DAWN', 'exterior', 'SEA', 'dawn', 'BEFORE DAWN'],
  ['INT./EXT. CAR - MOVING - DAY', 'both', 'CAR - MOVING', 'day', 'DAY'],
  ['I/E BOAT, DUSK', 'both', 'BOAT', 'dusk', 'DUSK'],
  ['ext pier (night)', 'exterior', 'pier', 'night', 'night'],
  ['INT. DAY CARE CENTER - MORNING', 'interior', 'DAY CARE CENTER', 'morning', 'MORNING'],
  ['EST. CITY HALL - LATE AFTERNOON', 'exterior', 'CITY HALL', 'afternoon', 'LATE AFTERNOON'],
  ['INT. STAIRWELL - CONTINUOUS', 'interior', 'STAIRWELL', 'unknown', 'CONTINUOUS'],
  ['INT. KITCHEN – LATER THAT NIGHT', 'interior', 'KITCHEN', 'night', 'LATER THAT NIGHT'],
  ['INT. NIGHT CLUB', 'interior', 'NIGHT CLUB', 'unknown', null],
  ['THE MOON', 'unknown', 'THE MOON', 'unknown', null],
  ['INT.', 'interior', null, 'unknown', null],
] as const)('%s', (text, setting, place, timeOfDay, timeNote) => {
  expect(parseHeading(text)).toMatchObject({ setting, place, timeOfDay, timeNote });
});

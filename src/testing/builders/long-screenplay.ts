/** Lines of a printed page in the industry's format (12 point Courier, US letter). */
const linesPerPage = 55;

const places = [
  'HARBOUR OFFICE',
  'NIGHT FERRY - CAR DECK',
  'LENA’S KITCHEN',
  'OLD OBSERVATORY',
  'COURTHOUSE - CORRIDOR',
  'RADIO HUT',
  'SUBWAY PLATFORM',
  'GREENHOUSE',
  'POLICE STATION - INTERVIEW ROOM',
  'ROOFTOP',
  'RAILWAY BRIDGE',
  'HOTEL LOBBY',
];
const times = ['DAY', 'NIGHT', 'DUSK', 'CONTINUOUS', 'LATER', 'MORNING', 'BEFORE DAWN'];
const people = ['LENA', 'OTTO', 'INSPECTOR VALE', 'MRS. ABARA', 'YOUNG TOMAS', 'THE FERRYMAN', 'DR. NOVAK'];
const actions = [
  'turns the key twice and listens.',
  'drops the folder on the desk; photographs slide out like playing cards.',
  'crosses to the window. Below, the square is empty but for a dog and its shadow.',
  'counts the money again, slower this time.',
  'finds the brass compass under the tarpaulin and closes a fist around it.',
  'runs. Puddles break. A tram bell, very close.',
  'lights the stove with the last match.',
  'holds the letter up to the lamp. There is writing under the writing.',
];
const lines = [
  'You said it would be finished by Friday.',
  'Nobody has opened that door since the flood.',
  'I know what I saw, and I know what it cost me to see it.',
  'Then we wait. Waiting is the only thing we were ever good at.',
  'Tell him the boat leaves with or without him.',
  'It was never about the money. It was about who would have to carry it.',
  'Say that again. Say it the way you said it to her.',
  'No.',
  'I kept every one of them. Every single one.',
];
const tones = ['quietly', 'not looking up', 'beat', 'into the phone', 'almost laughing'];

/**
 * A screenplay of about `pages` printed pages in Fountain, the same for the same `seed`: scenes, action, speeches with
 * parentheticals, and now and then a section, a note, a dual dialogue, a transition. No two paragraphs of action are the same.
 */
export function buildLongScreenplay(pages: number, seed = 1): string {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    // Mulberry32, for a sequence that is the same on every machine.
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
  const pick = (from: readonly string[]): string => from[below(from.length)] ?? '';
  const out: string[] = ['Title: The Long Way Over', 'Author: Reelwright', ''];
  let printed = 0;
  let scene = 0;
  const add = (text: string, printedLines: number): void => {
    out.push(text, '');
    printed += printedLines + 1;
  };
  while (printed < pages * linesPerPage) {
    scene++;
    if (scene % 25 === 1) add(`# Act ${Math.ceil(scene / 25)}`, 0);
    add(`${pick(['INT.', 'EXT.', 'INT./EXT.'])} ${pick(places)} - ${pick(times)} #${scene}#`, 2);
    for (let beat = 4 + below(8); beat > 0; beat--) {
      const who = pick(people);
      if (below(3) === 0) {
        add(
          `${toName(who)} ${pick(actions)} The board on the wall says ${scene}-${beat}. ${toName(pick(people))} ${pick(actions)}`,
          4,
        );
        continue;
      }
      const tone = below(4) === 0 ? `(${pick(tones)})\n` : '';
      add(`${who}${below(9) === 0 ? ' (V.O.)' : ''}\n${tone}${pick(lines)} ${pick(lines)}`, 4);
      if (below(20) === 0) add(`${pick(people)} ^\n${pick(lines)}`, 2);
    }
    if (below(6) === 0) add(`[[Check the weather cover for scene ${scene}.]]`, 0);
    if (below(5) === 0) add('CUT TO:', 1);
  }
  add('> THE END <', 1);
  return out.join('\n');
}

/** A Fountain story told `times` times over, with one title page. */
export function repeatStory(story: string, times: number): string {
  const body = story.slice(story.indexOf('\n\n') + 2).trimEnd();
  return `${story.trimEnd()}\n\n${`${body}\n\n`.repeat(Math.max(0, times - 1))}`;
}

function toName(cue: string): string {
  return cue
    .toLowerCase()
    .replace(/(^|[\s.])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

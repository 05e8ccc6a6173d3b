import { type Fault, fail } from '../../kernel/result.ts';

/**
 * Why an edit was not made, by what a script or a button can react to. A refused edit changes nothing, so each
 * sentence says what stands in the way and what would work.
 */
const refusals = {
  'timeline.no-item': 'There is no such item on the timeline any more. Choose another one.',
  'timeline.no-main-track': 'The project has no timeline yet. Assemble it from the shots first.',
  'timeline.no-track': 'There is no such track, or it does not take this kind of item. Choose another track.',
  'timeline.main-track-stays': 'The main track holds the film and stays. Delete what is on it instead.',
  'timeline.no-place': 'The item has lost what it was anchored to. Give it a place first.',
  'timeline.not-on-main':
    'Only items of the main track can be edited this way. Choose one there, or move the item instead.',
  'timeline.only-on-main':
    'Items of the main track cannot be edited this way. Choose an item of another track.',
  'timeline.wrong-kind': 'This kind of item cannot be edited this way. Choose another item.',
  'timeline.too-short': 'Nothing, or less than one frame, would be left. Change the edit by fewer frames.',
  'timeline.no-media': 'The medium has no more frames there. Trim by less, or choose a longer take.',
  'timeline.no-room':
    'The neighbouring clip is in the way. Make a gap there, or use a ripple trim or a roll.',
  'timeline.place-taken': 'Another item of that track is in the way. Choose another time or track.',
  'timeline.no-neighbour': 'There is no item on both sides of that cut. Choose another cut.',
  'timeline.too-long': 'It would take more than the clips beside it can give. Make it shorter.',
  'timeline.out-of-range': 'The value is outside of what is allowed. Choose one within the range.',
  'timeline.no-transition': 'There is no transition after that item. Choose another cut.',
} as const satisfies Record<Fault['code'], string>;

export type Refusal = keyof typeof refusals;

export function refuse(
  code: Refusal,
  detail?: Readonly<Record<string, unknown>>,
): { readonly ok: false; readonly fault: Fault } {
  return fail(code, `Nothing was changed. ${refusals[code]}`, detail);
}

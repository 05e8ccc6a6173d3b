import { wordSet } from '../../scenes/language/words.ts';
import type { ShotSize } from '../shot.ts';

/** Parts of a body that a shot can be about, and how near the camera then is. */
export const bodyDetails: ReadonlyMap<string, ShotSize> = new Map<string, ShotSize>([
  ...sized('extreme-close', 'eye eyes eyelid eyelids pupil tear tears fingertip fingertips'),
  ...sized(
    'close',
    'hand hands finger fingers palm palms fist fists thumb mouth lips face cheek knuckles wrist wrists',
  ),
  ...sized('close', 'foot feet boot boots shoe shoes teeth nose'),
]);

/** Things that are worth a shot of their own when the text looks at them. */
export const props = wordSet(`
lantern letter letters key keys photograph photo photos picture ring watch clock clockwork dial radio phone telephone
note map candle candles knife gun pistol rifle cup mug kettle rag bottle glass glasses book diary coin coins match matches lamp sign
screen board horn trumpet bill newspaper envelope bulb bell rope microphone button switch lever handle doorknob lock suitcase
bag box chest drawer mirror toy doll ball plate plates table chair cigarette ash wallet card cards pen pencil chalk
paper ticket lens name names word words inscription lamps lanterns crate crates necklace locket medal flag flower flowers rose bread apple egg eggs pill pills syringe wire valves compass telescope
binoculars camera sweater coat hat glove gloves scarf raincoat umbrella wheel steering-wheel propeller engine needle thread boat-hook
window door shutter shutters curtain curtains tap sink stove oven fire flame flames blood footprint footprints badge crown sword
shield axe hammer nail nails saw ladder bucket broom pot pan spoon fork computer keyboard laptop tablet television tv poster
`);

/** Things that fill a landscape. */
export const scenery = wordSet(`
sea ocean water waves wave sky coast shore beach cliff cliffs rocks harbour harbor bay river valley hills mountain
mountains desert forest woods city town village skyline horizon street road lane field fields meadow storm rain wind snow fog mist
cloud clouds sun moon stars night dawn dusk darkness light silence wall crowd island fleet ruins smoke dust sand ice beam shadow shadows
`);

/** Large things that need room: they are seen whole. */
export const largeThings = wordSet(`
boat boats ship ships lighthouse house church tower car cars truck lorry train bus plane aeroplane airplane helicopter tractor
bridge castle factory barn ferry tank rocket tent mill windmill crane building gate horse horses elephant whale
`);

export const animals = wordSet(`
dog dogs cat cats gull gulls bird birds hen hens horse horses crow crows rat rats mouse fox wolf wolves bear fish whale dolphin seal
cow cows sheep goat goats pig pigs owl bat bats snake spider bee bees butterfly rabbit deer lion tiger elephant monkey
`);

function sized(size: ShotSize, words: string): [string, ShotSize][] {
  return [...wordSet(words)].map((word) => [word, size]);
}

/** What points at things instead of being looked at. */
export const lights = wordSet(
  'beam light torch torchlight headlights headlight spotlight flashlight moonlight glow searchlight',
);

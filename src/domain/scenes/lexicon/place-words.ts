import { wordSet } from '../language/words.ts';

/** Nouns that a sentence can happen in, by where the camera stands. */
export const interiorPlaces = wordSet(
  `kitchen bedroom bathroom room hall hallway corridor cellar basement attic loft lounge parlour study library office
   shop store bar pub cafe restaurant church chapel cathedral gallery school classroom hospital ward kitchenette cabin
   hut shed barn stable stairwell staircase stairs lift elevator cell prison dungeon tent train carriage bus car taxi van
   lorry cockpit engine-room wheelhouse galley lab laboratory studio theatre cinema stage museum bank station house
   cottage apartment flat tower lighthouse warehouse factory workshop garage tunnel cave mine vault nursery bakery
   pantry vestibule lobby foyer ballroom courtroom morgue surgery clinic kiosk bathhouse sauna`,
);

export const exteriorPlaces = wordSet(
  `harbour harbor sea ocean coast shore beach cliff cliffs bay river stream lake canal pond bridge quay pier dock
   breakwater jetty slip yard garden field fields meadow hill hills mountain mountains valley forest wood woods lane road street
   avenue alley crossroads square market park playground roof rooftop desert island village town city farm orchard
   vineyard moor marsh swamp battlefield camp campsite graveyard cemetery courtyard terrace balcony deck path track
   pavement motorway highway runway airfield outside outdoors rocks reef lagoon glacier snowfield waterfall dunes
   churchyard hillside sand sands shingle strand riverbank seafront promenade wharf buoy plain steppe prairie`,
);

/** Verbs that bring somebody to another place, present and past. */
export const arrivalVerbs = wordSet(
  `enter enters entered reach reaches reached arrive arrives arrived unlock unlocks unlocked climb climbs climbed
   cross crosses crossed leave leaves left visit visits visited board boards boarded approach approaches approached
   return returns returned`,
);

/** Verbs of going, which need a preposition to say where. */
export const goingVerbs = wordSet(
  `go goes went walk walks walked step steps stepped run runs ran ride rides rode drive drives drove sail sails sailed
   come comes came hurry hurries hurried rush rushes rushed slip slips slipped wander wanders wandered march marches
   marched swim swims swam fly flies flew move moves moved get gets got burst bursts stumble stumbles stumbled`,
);

export const placePrepositions = wordSet(
  'at in on inside outside into onto through to behind beneath under above by near beyond beside across along down up over',
);

/** Words that jump in time at the beginning of a paragraph. */
export const timeJump =
  /^(?:an?|one|two|three|four|five|six|seven|ten|several|some|many|a few|the next|the following|that|later|next|years?|months?|weeks?|days?|hours?|minutes?|by|at|in|on|toward|towards|before|after|when|long)\b[^.,;!?]{0,40}\b(?:later|afterwards?|after|next|following|morning|afternoon|evening|night|dawn|dusk|noon|midnight|sunset|sunrise|day|week|month|year|o['’]clock|past|quarter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter)\b/i;

import type { TimeOfDay } from '../../../domain/scenes/scene.ts';
import { findMeanings, firstMeaning, type Lexicon } from './match-words.ts';
import type { Hour, Mood, Weather } from './stage-plan.ts';

const weatherWords: Lexicon<Weather> = [
  ['rain', 'rain|raining|rainy|drizzle|downpour|wet street|raindrop|sideways'],
  ['storm', 'thunderstorm|in the storm|a storm|the storm|thunder|lightning|tempest|gale|squall'],
  ['fog', 'fog|foggy|mist|misty|haze|grey wall|gray wall|out of the white'],
  ['snow', 'snow|snowing|snowy|blizzard|ice field'],
  ['wind', 'wind|windy|breeze|gust'],
  ['cloud', 'cloud|cloudy|overcast|grey sky|gray sky|torn sky'],
];
const moodWords: Lexicon<Mood> = [
  [
    'tense',
    'tense|suspense*|nervous*|uneasy|urgent*|hurr*|threat*|danger*|tension|dark|eerie|haunted|anxious*',
  ],
  ['sad', 'sad*|grief|mourn*|cry|cries|weep*|tear|lonely|alone|melanchol*|quiet|sombre|somber|sorrow*|tired'],
  ['glad', 'laugh*|smil*|happy|joy*|glad*|grin*|cheer*|warm|playful|comic|funny|light'],
  ['angry', 'angry|anger|furious*|rage|shout*|yell*|scream*'],
  ['afraid', 'fear*|afraid|scared|terrif*|horror|frighten*|shock*|panic*|covers her mouth|gasp*'],
  ['wonder', 'wonder*|awe|amaz*|stare*|hope*|hopeful|surpris*|magic*|dream*|stops'],
  ['calm', 'calm|peace*|still|gentle|gently|soft*|serene'],
];
const hourWords: Lexicon<Hour> = [
  ['night', 'night|midnight|moonlight|four in the morning|stars'],
  ['dawn', 'dawn|sunrise|daybreak|before dawn|first light|early morning|pink sea'],
  ['dusk', 'dusk|sunset|evening|twilight|sundown|nightfall'],
  ['day', 'day|noon|midday|afternoon|morning|sunlight'],
];

export function readWeather(said: string): ReadonlySet<Weather> {
  const text = said.replace(/\bstorm (shutters?|lamps?|lanterns?)\b/gi, ' ');
  const found = new Set(findMeanings(text, weatherWords));
  if (/\b(perfectly clear|clear sky|no wind|no rain|cloudless)\b/i.test(text)) {
    found.delete('fog');
    found.delete('cloud');
  }
  return found;
}

/** Expression of the faces and weight of the light. */
export function readMood(text: string, stated: string | null): Mood {
  return firstMeaning(text, moodWords) ?? firstMeaning(stated ?? '', moodWords) ?? 'calm';
}

export function readHour(timeOfDay: TimeOfDay, text: string): Hour {
  switch (timeOfDay) {
    case 'night':
      return 'night';
    case 'dawn':
      return 'dawn';
    case 'dusk':
    case 'evening':
      return 'dusk';
    case 'day':
    case 'afternoon':
    case 'morning':
      return 'day';
    case 'unknown':
      return firstMeaning(text, hourWords) ?? 'day';
  }
}

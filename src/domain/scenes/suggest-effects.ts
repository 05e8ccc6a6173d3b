/** Things and doings that are heard, and how to ask for them; the first that fits a word counts. */
const heard: readonly (readonly [RegExp, string])[] = [
  [/\bstorms?\b|\bthunder\w*/i, 'Thunderstorm with wind and heavy rain'],
  [/\brain\w*|\bdownpour\b/i, 'Steady rain'],
  [/\bwinds?\b|\bwindy\b|\bgale\b/i, 'Wind, rising and falling'],
  [/\bwaves?\b|\bsurf\b|\bseas?\b|\btide\b/i, 'Waves against a shore'],
  [/\bgulls?\b/i, 'Gulls calling'],
  [/\bbirds?\b|\bsparrows?\b/i, 'Birdsong, morning'],
  [/\bcrickets?\b/i, 'Crickets at night'],
  [/\b(?:foot)?steps?\b|\bclimbs?\b|\bwalks?\b|\bruns?\b/i, 'Footsteps'],
  [/\bdoors?\b/i, 'A door opens and shuts'],
  [/\bknock\w*/i, 'Knocking on a wooden door'],
  [/\b(?:tele)?phones?\b|\brings?\b/i, 'A telephone rings'],
  [/\bradios?\b|\bstatic\b/i, 'Radio static with a faint carrier tone'],
  [/\bengines?\b|\bmotors?\b/i, 'An engine idling'],
  [/\bcars?\b|\btraffic\b|\bstreets?\b/i, 'Distant traffic'],
  [/\btrains?\b/i, 'A train passing'],
  [/\bferr(?:y|ies)\b|\bships?\b|\bboats?\b/i, 'A boat creaking, water against the hull'],
  [/\bfoghorn\b|\bhorn\b/i, 'A foghorn, far away'],
  [/\bbells?\b/i, 'A bell, struck once'],
  [/\bclocks?\b|\btick(?:s|ing)\b/i, 'A clock ticking'],
  [/\bfires?\b|\bstoves?\b|\bhearth\b/i, 'A fire crackling'],
  [/\bcrowds?\b|\bcaf[eé]\b|\bmarket\b|\bbar\b/i, 'A murmuring crowd'],
  [/\bglass(?:es)?\b/i, 'Glass clinking'],
  [/\bgun\w*|\bshots? (?:rings?|fired)\b/i, 'A gunshot, far away'],
  [/\bdogs?\b/i, 'A dog barking, far away'],
  [/\bapplause\b|\bclap\w*/i, 'Applause'],
];

const mostSuggestions = 5;

/** Sounds that a scene's words name, to be asked for; none that it has already. By rule, free of charge. */
export function suggestEffects(words: readonly string[], present: readonly string[]): string[] {
  const text = words.join('\n');
  const known = new Set(present.map((prompt) => prompt.trim().toLowerCase()));
  return heard
    .map(([pattern, prompt]) => ({ prompt, at: text.search(pattern) }))
    .filter(({ prompt, at }) => at >= 0 && !known.has(prompt.toLowerCase()))
    .sort((a, b) => a.at - b.at)
    .slice(0, mostSuggestions)
    .map(({ prompt }) => prompt);
}

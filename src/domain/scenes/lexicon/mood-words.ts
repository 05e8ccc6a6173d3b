import { wordSet } from '../language/words.ts';

/** Words that colour a scene. A scene takes the mood with most hits; the table's order breaks a tie. */
export const moodWords = {
  tense: wordSet(
    'tense knife gun blood threat danger fear afraid terrified hide hides hiding stalk stalks creeps footsteps locked freezes trembles trembling panic nervous dread warning alarm',
  ),
  urgent: wordSet(
    'hurry hurries run runs running rush rushes race races chase chases late quick quickly siren sirens sprint sprints scramble scrambles flee flees escape escapes faster',
  ),
  eerie: wordSet(
    'ghost ghosts dead crackles crackle static empty nobody whisper whispers fog mist shadow shadows strange silent silence haunted hollow vanished moans fathoms drowned',
  ),
  stormy: wordSet(
    'storm rain wind torn thunder lightning gale sideways lashes howls surf breakers squall hail',
  ),
  tender: wordSet(
    'gently gentle softly tender kiss kisses embrace embraces hold holds warm warmth love beloved smile smiles lullaby',
  ),
  joyful: wordSet(
    'laugh laughs laughed laughing dance dances dancing cheer cheers party bright sing sings singing celebrate birthday grin grins play plays',
  ),
  playful: wordSet('toy balloon puddle puppy giggle giggles complaining trumpet circles silly clown kite'),
  melancholy: wordSet(
    'alone tears weep weeps cry cries grief grave funeral gone goodbye lonely sad sorrow rain grey mourning ashes never',
  ),
  calm: wordSet(
    'calm quiet still stillness slow slowly peaceful sleeping sleeps asleep breathes clear pink settled folded',
  ),
} as const satisfies Record<string, ReadonlySet<string>>;

import { wordSet } from '../scenes/language/words.ts';

export type Gender = 'she' | 'he';

/** Verbs that bring speech, present and past. */
export const speechVerbs = wordSet(
  `say says said ask asks asked answer answers answered reply replies replied whisper whispers whispered shout shouts shouted
   call calls called cry cries cried murmur murmurs murmured mutter mutters muttered add adds added continue continued
   continues repeat repeats repeated tell tells told yell yells yelled laugh laughed announce announces announced
   begin began insist insists insisted explain explains explained agree agrees agreed sigh sighs sighed snap snapped snaps
   demand demands demanded wonder wondered growl growled breathe breathed observe observed remark remarked reply sing
   sang sings promise promised warn warned beg begged admit admitted offer offered suggest suggested state stated
   hiss hissed scream screamed exclaim exclaimed declare declared mumble mumbled think thought want wanted`,
);

/** Kin and people known by what they are; with the pronoun that stands for them, where it is sure. */
export const personNouns: ReadonlyMap<string, Gender | null> = new Map<string, Gender | null>([
  ...entries(
    'she',
    `grandmother mother mum mom aunt sister daughter wife niece woman girl lady queen princess nun widow bride
     waitress actress grandma granny witch nurse governess housekeeper stepmother`,
  ),
  ...entries(
    'he',
    `grandfather father dad uncle brother son husband nephew man boy lord king prince monk gentleman fisherman
     priest waiter grandpa butler knight stepfather policeman postman milkman fireman`,
  ),
  ...entries(
    null,
    `stranger captain doctor sailor teacher driver pilot soldier guard officer child kid baby cousin friend neighbour
     neighbor farmer shopkeeper baker ferryman engineer detective inspector judge clerk keeper passenger traveller
     old-timer student boss chief sergeant mechanic helmsman skipper dispatcher librarian`,
  ),
]);

/** Kin: said of somebody's. */
export const kinNouns = wordSet(
  `grandmother mother mum mom aunt sister daughter wife niece grandfather father dad uncle brother son husband nephew
   cousin friend neighbour neighbor grandma granny grandpa boss stepmother stepfather`,
);

/** Things that voices come out of. */
export const voiceDevices = wordSet(
  `radio set wireless phone telephone speaker loudspeaker intercom television tv walkie-talkie handset receiver
   tannoy headset headphones answerphone gramophone tape recorder monitor laptop megaphone`,
);

/** Words with a capital letter that name nobody. */
export const notNames = wordSet(
  `i i'm i'll i've i'd the a an this that these those he she it they we you his her its their my our your there here
   then now when where while what who why how if and but or so yet because as at in on by of for from to with without
   into over under after before once one two three four five six seven eight nine ten eleven twelve nobody somebody everybody everyone
   nothing something everything all both each every no not yes maybe perhaps even only just still again later soon
   monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
   september october november december christmas easter god lord english french german spanish italian chinese
   japanese russian american british well oh ah mr mrs ms dr inside outside far next last first another some many
   most more less behind beyond above below beneath beside between through across along around against
   suddenly slowly quickly finally meanwhile today tomorrow yesterday tonight out up down off back away
   harbour chapter part book act scene like unlike since until although though whatever whenever wherever either neither`,
);

function entries(gender: Gender | null, words: string): [string, Gender | null][] {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => [word, gender]);
}

import { hex, lighten, type Rgb } from '../colour.ts';
import { createRandom } from '../random.ts';
import { firstMeaning, type Lexicon } from './match-words.ts';
import type { Appearance, Garment, Hair, Headgear } from './stage-plan.ts';

const colourWords: Lexicon<string> = [
  ['#2f4063', 'navy|dark blue|indigo'],
  ['#e0ad2b', 'yellow|mustard'],
  ['#b23a32', 'red|scarlet|crimson'],
  ['#3c6a4a', 'green|olive'],
  ['#3f6fa3', 'blue'],
  ['#efe6d4', 'white|cream|ivory'],
  ['#2a2a30', 'black|dark'],
  ['#8a8d92', 'grey|gray|silver'],
  ['#7a5236', 'brown|leather|tweed'],
  ['#7b4a7f', 'purple|violet|lilac'],
  ['#d98aa0', 'pink|rose'],
  ['#d5762c', 'orange'],
];
const garmentWords: Lexicon<Garment> = [
  ['raincoat', 'raincoat|oilskin|mackintosh|slicker|anorak|parka'],
  ['sweater', 'sweater|jumper|pullover|jersey|cardigan|hoodie'],
  ['suit', 'suit|tuxedo|uniform|jacket|blazer|lawyer|detective|officer|banker'],
  ['dress', 'dress|skirt|gown'],
  ['apron', 'apron|cook|baker|butcher|waitress|waiter'],
  ['robe', 'robe|priest|monk|nun|cassock|wizard'],
  ['coat', 'coat|overcoat|trench coat|cloak'],
  ['shirt', 'shirt|t-shirt|blouse|vest'],
];
const headgearWords: Lexicon<Headgear> = [
  ['souwester', "oilskin|sou'wester"],
  ['cap', 'cap|baseball cap|beret|captain|sailor|fisherman|ferryman'],
  ['hat', 'hat|fedora|bowler|cowboy'],
  ['hood', 'hood|hooded|hoodie'],
  ['scarf', 'headscarf|kerchief|veil|nun'],
];
const hairWords: Lexicon<Hair> = [
  ['bald', 'bald|shaved head'],
  ['bun', 'bun|hair tied'],
  ['long', 'long hair|long-haired'],
  ['curly', 'curly|curls|afro'],
  ['ponytail', 'ponytail|braid|plait'],
  ['bob', 'bob'],
];
const womanWords =
  /\b(she|her|woman|girl|mother|grandmother|grandma|aunt|sister|wife|daughter|queen|lady|mrs|ms|miss|nurse|actress|waitress|widow|nun)\b/i;
const manWords =
  /\b(he|his|him|man|boy|father|grandfather|grandpa|uncle|brother|husband|son|king|mr|sir|priest|captain|fisherman|sailor|lad)\b/i;
const feminineNames =
  /^(ines|agnes|ruth|iris|beth|ellen|carmen|sarah|hannah|alice|jane|mary|emily|rachel|margaret|helen|grace|kate|anne|claire|chloe|zoe|rose|lucy|eve|joan|jean|ingrid|astrid|maribel|rosalind|nell|kay|may)$|(a|ie|elle|ette|ine|lyn)$/i;

function isWoman(name: string, about: string): boolean {
  const text = `${name} ${about}`;
  const woman = womanWords.test(text);
  if (woman !== manWords.test(text)) return woman;
  return feminineNames.test(name.trim().split(/\s+/)[0] ?? '');
}

function readAge(text: string): Appearance['age'] {
  const decade = /\b(\d{1,3})(?:s|-year-old|\s+years old)?\b/.exec(text);
  const years = decade === null ? null : Number(decade[1]);
  if (years !== null && years < 110) {
    return years < 14 ? 'child' : years < 35 ? 'young' : years < 58 ? 'adult' : 'old';
  }
  if (/\b(child|boy|girl|kid|toddler|seven|six|eight|nine|ten)\b/i.test(text)) return 'child';
  if (
    /\b(old|elderly|grandmother|grandfather|grandma|grandpa|ancient|aged|weathered|widow|keeper)\b/i.test(
      text,
    )
  )
    return 'old';
  if (/\b(young|teen|teenage|teenager|student|youth)\b/i.test(text)) return 'young';
  return 'adult';
}

const skins = ['#f0cfb4', '#e5b896', '#d9a27c', '#b97e58', '#8f5c3e', '#f3d9c6'].map(hex);
const hairColours = ['#2b211d', '#4a3021', '#7a4f2a', '#a8793f', '#1d1b20', '#6b2f20'].map(hex);
const cloths = ['#5a6b7d', '#7d4f43', '#4f6b57', '#8a7a55', '#5b4a6e', '#a4553d', '#3f5a6b', '#9b8a74'].map(
  hex,
);

function at(list: readonly Rgb[], n: number): Rgb {
  return list[Math.floor(n * list.length)] ?? [128, 128, 128];
}

/** The same name and description give the same looks in every shot. */
export function readAppearance(name: string, description: string | null): Appearance {
  const about = description ?? '';
  const text = `${name} ${about}`;
  const random = createRandom('appearance', name.toLowerCase().trim());
  const woman = isWoman(name, about);
  const age = readAge(text);
  const garment =
    firstMeaning(about, garmentWords) ??
    firstMeaning(name, garmentWords) ??
    (woman
      ? random.pick(['sweater', 'dress', 'coat', 'shirt', 'apron'])
      : random.pick(['sweater', 'coat', 'shirt', 'suit', 'shirt']));
  const found = firstMeaning(about, colourWords);
  const top =
    found !== null
      ? hex(found)
      : garment === 'raincoat'
        ? hex('#d9a92e')
        : garment === 'suit'
          ? hex('#3b3f4a')
          : at(cloths, random.next());
  const grey = age === 'old' ? lighten(hex('#8d8d92'), random.between(0, 0.5)) : null;
  const natural = at(hairColours, random.next());
  const hair =
    firstMeaning(about, hairWords) ??
    (age === 'child'
      ? woman
        ? random.pick(['ponytail', 'bob', 'long'])
        : 'tousled'
      : woman
        ? age === 'old'
          ? 'bun'
          : random.pick(['long', 'bob', 'bun', 'curly', 'ponytail'])
        : age === 'old'
          ? random.pick(['bald', 'short'])
          : random.pick(['short', 'tousled', 'curly', 'short']));
  const heights = { child: 1.22, young: 1.72, adult: 1.74, old: 1.66 } as const;
  return {
    heightM: heights[age] + (woman && age !== 'child' ? -0.08 : 0.02) + random.bell() * 0.05,
    age,
    build:
      (/\b(stout|fat|large|heavy|big|burly|broad)\b/i.test(about)
        ? 1.22
        : /\b(thin|slim|slender|lean|gaunt|small)\b/i.test(about)
          ? 0.86
          : 1) +
      random.bell() * 0.06,
    skin: at(skins, random.next()),
    hair,
    hairColour: grey ?? natural,
    beard: !woman && age !== 'child' && (/\bbeard/i.test(about) || random.chance(0.35)),
    glasses: /\b(glasses|spectacles)\b/i.test(about) || (age === 'old' && random.chance(0.35)),
    headgear: firstMeaning(about, headgearWords) ?? firstMeaning(name, headgearWords) ?? 'none',
    garment,
    top,
    bottom: at(['#34363f', '#4a4038', '#2f3a44', '#54493c'].map(hex), random.next()),
    skirt: woman && (garment === 'dress' || garment === 'apron' || (age === 'old' && random.chance(0.7))),
    face: { jaw: random.bell(), brow: random.bell(), nose: random.bell() },
  };
}

/** Clothes a shot itself names for somebody ("Mara in oilskins"); null when it names none. */
export function readGarmentInShot(
  name: string,
  description: string,
): Pick<Appearance, 'garment' | 'top' | 'headgear' | 'skirt'> | null {
  const own = description
    .split(/(?<=[.!?;])\s+/)
    .find((sentence) => sentence.toLowerCase().includes(name.toLowerCase()));
  const worn =
    own === undefined
      ? null
      : /\b(?:in|wears|wearing|puts on)\s+(?:an?\s+|her\s+|his\s+|the\s+)?([^.,;]{3,40})/i.exec(own)?.[1];
  const garment = worn == null ? null : firstMeaning(worn, garmentWords);
  if (garment === null || worn == null) return null;
  const colour = firstMeaning(worn, colourWords);
  return {
    garment,
    top: hex(colour ?? (garment === 'raincoat' ? '#c9982c' : '#4c4f5a')),
    headgear: firstMeaning(worn, headgearWords) ?? 'none',
    skirt: false,
  };
}

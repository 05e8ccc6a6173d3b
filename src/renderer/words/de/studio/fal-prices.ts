import type { Phrase } from '../../interpret.ts';

/** How a price comes about, as Fal's models count it. */
export const falPrices: readonly Phrase[] = [
  ['{n} s of video at {price} a second ({model})', '{n} s Video zu {price} je Sekunde ({model})'],
  ['{n} s of video at {price} a request ({model})', '{n} s Video zu {price} je Anfrage ({model})'],
  ['1 image at {price} an image ({model})', '1 Bild zu {price} je Bild ({model})'],
  ['1 image at {price} a request ({model})', '1 Bild zu {price} je Anfrage ({model})'],
  [
    '1 image of {n} MP at {price} a megapixel ({model})',
    '1 Bild mit {n} MP zu {price} je Megapixel ({model})',
  ],
  [
    '1 image enlarged {n} times at {price} an image ({model})',
    '1 Bild, {n}-fach vergrößert, zu {price} je Bild ({model})',
  ],
  [
    '1 image enlarged {n} times at {price} a megapixel ({model})',
    '1 Bild, {n}-fach vergrößert, zu {price} je Megapixel ({model})',
  ],
  [
    'a clip of {length} s enlarged {n} times at {price} a second ({model})',
    'ein Clip von {length} s, {n}-fach vergrößert, zu {price} je Sekunde ({model})',
  ],
  [
    'a clip of {length} s enlarged {n} times at {price} a megapixel ({model})',
    'ein Clip von {length} s, {n}-fach vergrößert, zu {price} je Megapixel ({model})',
  ],
  [
    '{n} characters of speech at {price} a million characters ({model})',
    '{n} Zeichen Sprache zu {price} je Million Zeichen ({model})',
  ],
  [
    'a recording of {n} s at {price} a minute ({model})',
    'eine Aufnahme von {n} s zu {price} je Minute ({model})',
  ],
  [
    'a recording of {n} s at {price} a second ({model})',
    'eine Aufnahme von {n} s zu {price} je Sekunde ({model})',
  ],
];

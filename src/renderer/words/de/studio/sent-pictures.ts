import type { Phrase } from '../../interpret.ts';

/** Of pictures that go out inside a request, and of requests that no list of their provider knows. */
export const sentPictures: readonly Phrase[] = [
  [
    'The pictures of the shot are too large to be sent to {provider}.',
    'Die Bilder der Einstellung sind zu groß, um an {provider} gesendet zu werden.',
  ],
  ['Use fewer or smaller ones.', 'Weniger oder kleinere verwenden.'],
  [
    'A picture of the shot is none that {provider} reads.',
    'Ein Bild der Einstellung ist keines, das {provider} lesen kann.',
  ],
  ['Replace it, then retry the shot.', 'Es ersetzen, dann die Einstellung noch einmal versuchen.'],
  [
    '{provider} keeps no list by which a lost request could be told from others.',
    '{provider} führt keine Liste, in der eine verlorene Anfrage von anderen zu unterscheiden wäre.',
  ],
];

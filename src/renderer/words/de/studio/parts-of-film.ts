import type { Phrase } from '../../interpret.ts';

/** What the studio says of takes made larger, in other words, carried on, retaken in part, or put into a gap. */
export const partsOfFilm: readonly Phrase[] = [
  [
    'The animatic draws shots and carries no picture on, and no other maker of clips is ready.',
    'Das Animatic zeichnet Einstellungen und setzt kein Bild fort, und kein anderer Hersteller von Clips ist bereit.',
  ],
  [
    'Enter a key for one under Settings, Providers.',
    'Unter Einstellungen, Anbieter einen Schlüssel eintragen.',
  ],
  [
    'No model of {provider} ends with a given picture.',
    'Kein Modell von {provider} endet mit einem gegebenen Bild.',
  ],
  [
    'This is {length} s long, and {provider} makes {most} s at most.',
    'Das ist {length} s lang, und {provider} macht höchstens {most} s.',
  ],
  ['Choose a shorter part.', 'Ein kürzeres Stück wählen.'],
  ['There is no clip with a picture there any more.', 'Dort ist kein Clip mit einem Bild mehr.'],
  ['Choose a clip on the timeline.', 'Einen Clip auf der Timeline wählen.'],
  [
    'The clip that it carries on is not in the film any more.',
    'Der Clip, den sie fortsetzt, ist nicht mehr im Film.',
  ],
  [
    'The clip that it is a part of is not in the film any more.',
    'Der Clip, zu dem sie gehört, ist nicht mehr im Film.',
  ],
  ['The gap is not there any more.', 'Die Lücke ist nicht mehr da.'],
  ['The result is no moving clip.', 'Das Ergebnis ist kein bewegter Clip.'],
  ['It stands on the timeline.', 'Es steht auf der Timeline.'],
  ['The take is kept; put it in by hand.', 'Die Aufnahme bleibt; von Hand einsetzen.'],
  ['That gap is not there any more.', 'Diese Lücke ist nicht mehr da.'],
  ['Choose another gap.', 'Eine andere Lücke wählen.'],
  ['There is no picture on either side of the gap.', 'Auf keiner Seite der Lücke ist ein Bild.'],
  ['Put a clip beside it first.', 'Zuerst einen Clip daneben legen.'],
  ['That part is not in the clip.', 'Dieses Stück ist nicht im Clip.'],
  ['Choose a part of a moving clip.', 'Ein Stück eines bewegten Clips wählen.'],
  ['The take or its file is gone.', 'Die Aufnahme oder ihre Datei ist weg.'],
  ['Only stills and clips are made larger.', 'Nur Standbilder und Clips werden vergrößert.'],
  ['What this take was asked with is not known.', 'Womit diese Aufnahme angefragt wurde, ist nicht bekannt.'],
  ['Generate another take of the shot.', 'Eine weitere Aufnahme der Einstellung erzeugen.'],
  [
    'The animatic draws what the shot says and reads no other words.',
    'Das Animatic zeichnet, was die Einstellung sagt, und liest keine anderen Worte.',
  ],
  ['Change the shot, or choose a model.', 'Die Einstellung ändern, oder ein Modell wählen.'],
  ['Carry clip on', 'Clip fortsetzen'],
  ['Retake part', 'Stück neu aufnehmen'],
  ['Fill gap', 'Lücke füllen'],
  ['Keep a picture', 'Bild behalten'],
  ['{name} frame', 'Bild aus {name}'],
];

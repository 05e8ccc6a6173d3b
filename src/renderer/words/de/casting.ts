import type { Catalogue } from '../catalogue.ts';
import { countIn } from '../count.ts';

const count = countIn('de');

/** Words of the dialog for cast, places and look, in German. */
export const casting: Catalogue['casting'] = {
  title: 'Besetzung, Orte und Look',
  explained:
    'Was von Einstellung zu Einstellung gleich aussehen muss. Aufnahmen bezahlter Modelle, die es ändert, werden veraltet; Zeichnungen nicht.',
  cast: (n) => `Besetzung ${n}`,
  places: (n) => `Orte ${n}`,
  look: 'Look',
  done: 'Fertig',
  noCast: 'Die Geschichte nennt noch niemanden.',
  noPlaces: 'Noch nennt keine Szene einen Ort.',
  voiceOnly: 'Nur zu hören',
  inShots: (n) => count(n, { one: 'in # Einstellung', other: 'in # Einstellungen' }),
  description: 'Sieht so aus',
  memberHint: 'Alter, Statur, Haare, Kleidung: steht in jedem Prompt einer Einstellung mit dieser Figur.',
  placeHint: 'Wände, Licht, Dinge: steht in jedem Prompt einer Einstellung, die hier spielt.',
  references: 'Bilder',
  referencesHint: 'Für Modelle, die Bilder ansehen; das beste zuerst.',
  referenceOf: (name, n) => `${name}, Bild ${n}`,
  removeReference: (n) => `Bild ${n} entfernen`,
  addReference: 'Bilder hinzufügen …',
  palette: 'Farben',
  paletteHint: 'Farben, Filmmaterial, Maler: das Ende jedes Prompts.',
  lens: 'Objektiv und Kamera',
  lensHint: 'Neben dem Objektiv jeder Einstellung: „anamorphotisch, leichter Lichthof“.',
  negative: 'Nie zu sehen',
  negativeHint: 'Für Modelle, die es annehmen: „Text, Wasserzeichen, zu viele Finger“.',
  seeds: 'Seeds',
  seedPerShot: 'Einer je Einstellung',
  seedOne: 'Einer für den Film',
  seed: 'Seed',
  stillsFirst: 'Standbilder vor Video',
  stillsFirstHint: 'Bilder werden angesehen und freigegeben, bevor Clips bezahlt werden.',
};

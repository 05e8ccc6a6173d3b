import type { Phrase } from '../../interpret.ts';

/** Why an edit of the timeline was not made. */
export const timeline: readonly Phrase[] = [
  ['There is no such item on the timeline any more.', 'Dieses Element ist nicht mehr auf der Timeline.'],
  ['Choose another one.', 'Ein anderes wählen.'],
  ['The project has no timeline yet.', 'Das Projekt hat noch keine Timeline.'],
  ['Assemble it from the shots first.', 'Sie zuerst aus den Einstellungen aufbauen.'],
  [
    'There is no such track, or it does not take this kind of item.',
    'Diese Spur gibt es nicht, oder sie nimmt Elemente dieser Art nicht auf.',
  ],
  ['Choose another track.', 'Eine andere Spur wählen.'],
  ['The main track holds the film and stays.', 'Die Hauptspur trägt den Film und bleibt.'],
  ['Delete what is on it instead.', 'Stattdessen löschen, was darauf liegt.'],
  ['The item has lost what it was anchored to.', 'Woran das Element hing, gibt es nicht mehr.'],
  ['Give it a place first.', 'Ihm zuerst einen Platz geben.'],
  [
    'Only items of the main track can be edited this way.',
    'So lassen sich nur Elemente der Hauptspur bearbeiten.',
  ],
  ['Choose one there, or move the item instead.', 'Dort eines wählen oder das Element verschieben.'],
  [
    'Items of the main track cannot be edited this way.',
    'Elemente der Hauptspur lassen sich so nicht bearbeiten.',
  ],
  ['Choose an item of another track.', 'Ein Element einer anderen Spur wählen.'],
  ['This kind of item cannot be edited this way.', 'Elemente dieser Art lassen sich so nicht bearbeiten.'],
  ['Choose another item.', 'Ein anderes Element wählen.'],
  ['Nothing, or less than one frame, would be left.', 'Es bliebe nichts oder weniger als ein Bild übrig.'],
  ['Change the edit by fewer frames.', 'Um weniger Bilder ändern.'],
  ['The medium has no more frames there.', 'Das Medium hat dort keine weiteren Bilder.'],
  ['Trim by less, or choose a longer take.', 'Weniger trimmen oder eine längere Aufnahme wählen.'],
  ['The neighbouring clip is in the way.', 'Der benachbarte Clip ist im Weg.'],
  [
    'Make a gap there, or use a ripple trim or a roll.',
    'Dort eine Lücke schaffen, mit Nachrücken trimmen oder den Schnitt rollen.',
  ],
  ['Another item of that track is in the way.', 'Ein anderes Element dieser Spur ist im Weg.'],
  ['Choose another time or track.', 'Eine andere Zeit oder Spur wählen.'],
  [
    'There is no item on both sides of that cut.',
    'An diesem Schnitt liegt nicht auf beiden Seiten ein Element.',
  ],
  ['Choose another cut.', 'Einen anderen Schnitt wählen.'],
  ['It would take more than the clips beside it can give.', 'Das ist mehr, als die Clips daneben hergeben.'],
  ['Make it shorter.', 'Kürzer machen.'],
  ['The value is outside of what is allowed.', 'Der Wert liegt außerhalb des Erlaubten.'],
  ['Choose one within the range.', 'Einen innerhalb der Grenzen wählen.'],
  ['There is no transition after that item.', 'Nach diesem Element gibt es keinen Übergang.'],
  ['"{name}" has no picture or sound to show.', '„{name}“ hat weder Bild noch Ton, die sich zeigen ließen.'],
];

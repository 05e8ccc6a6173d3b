import type { Asset } from '../../../../domain/assets/asset.ts';
import type { Item } from '../../../../domain/timeline/records.ts';
import type { ProjectMirror } from '../../../state/project-mirror.ts';
import type { ShotState } from '../../../state/shot-facts.ts';
import type { ShotIndex } from '../../../state/shot-index.ts';
import type { ClipLabel, ClipMark } from '../draw/picture.ts';
import { labelOfSound } from './label-of-sound.ts';
import type { LabelWords } from './label-words.ts';

/** What items say of themselves, kept until their shots change: a picture asks for hundreds. */
export interface ClipLabels {
  of(item: Item): ClipLabel;
  /** For a screen reader and for a ghost: "12B, Close · Ann turns." */
  nameOf(item: Item): string;
  forget(): void;
}

export function createClipLabels(
  mirror: ProjectMirror,
  shots: ShotIndex,
  words: () => LabelWords,
  /** A person's own files, of which the project has none before the first clip of it. */
  imported: () => readonly Asset[],
): ClipLabels {
  let known = new WeakMap<Item, ClipLabel>();
  const labels: ClipLabels = {
    of(item) {
      let label = known.get(item);
      if (label === undefined) {
        label = makeLabel(item, mirror, shots, words(), imported);
        known.set(item, label);
      }
      return label;
    },
    nameOf(item) {
      const { name, more } = labels.of(item);
      return more === '' ? name : `${name}, ${more}`;
    },
    forget: () => {
      known = new WeakMap();
    },
  };
  return labels;
}

function makeLabel(
  item: Item,
  mirror: ProjectMirror,
  shots: ShotIndex,
  words: LabelWords,
  imported: () => readonly Asset[],
): ClipLabel {
  const plain = { more: '', linked: false, outdated: false, mark: null, sounds: false };
  switch (item.kind) {
    case 'gap':
      return { ...plain, name: words.timeline.kind.gap };
    case 'title':
    case 'caption':
      return { ...plain, name: item.text.replace(/\s*\n\s*/g, ' ') };
    case 'clip': {
      const { assetId } = item;
      const asset =
        assetId === null
          ? null
          : (mirror.row('asset', assetId) ?? imported().find(({ id }) => id === assetId) ?? null);
      const sounds = (asset?.facts?.audio ?? null) !== null;
      if (item.soundOf !== null) {
        return {
          ...plain,
          sounds,
          ...labelOfSound(item.soundOf, item.assetId === null, mirror, shots, words),
        };
      }
      const facts = item.shotId === null ? null : shots.facts(item.shotId);
      if (facts === null) return { ...plain, name: asset?.name ?? words.timeline.noMedium, sounds };
      const mark = marks[facts.state] ?? null;
      const what = `${words.shots.size[facts.shot.size]} · ${item.assetId === null ? words.timeline.noTake : facts.shot.description}`;
      return {
        name: facts.number,
        more: mark === null ? what : `${words.shots.state[facts.state]} · ${what}`,
        linked: true,
        outdated: facts.outdated,
        mark,
        sounds,
      };
    }
  }
}

/** Work under way and trouble are worth a sign in the film; that all is well, or never was begun, is not. */
const marks: Readonly<Partial<Record<ShotState, ClipMark>>> = {
  queued: 'waiting',
  sending: 'running',
  running: 'running',
  fetching: 'running',
  cancelling: 'waiting',
  held: 'unknown',
  unknown: 'unknown',
  failed: 'failed',
};

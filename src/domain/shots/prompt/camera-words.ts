import type { TimeOfDay } from '../../scenes/scene.ts';
import type { CameraMove, ShotAngle, ShotSize } from '../shot.ts';

/** Field sizes as picture models understand them. */
export const sizeWords: Readonly<Record<ShotSize, string>> = {
  'extreme-wide': 'extreme wide shot, small in a vast setting',
  wide: 'wide shot, the whole place in view',
  full: 'full shot, head to foot',
  'medium-wide': 'medium wide shot from the knees up',
  medium: 'medium shot from the waist up',
  'medium-close': 'medium close-up, head and shoulders',
  close: 'close-up',
  'extreme-close': 'extreme close-up, detail fills the frame',
};

export const angleWords: Readonly<Record<ShotAngle, string | null>> = {
  eye: 'at eye level',
  low: 'low angle, looking up',
  high: 'high angle, looking down',
  overhead: 'overhead, straight down',
  dutch: 'tilted horizon',
  'over-shoulder': 'over the shoulder of the listener',
  pov: 'seen through their eyes',
};

/** Said of clips only: a still does not move. */
export const moveWords: Readonly<Record<CameraMove, string>> = {
  static: 'locked-off camera',
  'pan-left': 'camera pans slowly left',
  'pan-right': 'camera pans slowly right',
  'tilt-up': 'camera tilts up',
  'tilt-down': 'camera tilts down',
  'push-in': 'camera pushes in slowly',
  'pull-out': 'camera pulls back slowly',
  'track-left': 'camera tracks left beside the action',
  'track-right': 'camera tracks right beside the action',
  'crane-up': 'camera cranes up',
  'crane-down': 'camera cranes down',
  handheld: 'handheld camera',
};

export const lightWords: Readonly<Record<TimeOfDay, string | null>> = {
  day: 'daylight',
  night: 'night, practical lights and deep shadow',
  dawn: 'first light of dawn',
  dusk: 'dusk, last light in the sky',
  morning: 'clear morning light',
  afternoon: 'warm afternoon light',
  evening: 'evening, low warm light',
  unknown: null,
};

/** What the named looks mean to a model that has never heard of ours. Others are passed on by name. */
export const styleWords: Readonly<Record<string, string>> = {
  noir: 'black-and-white film noir, hard light, deep blacks',
  storybook: 'storybook illustration, soft gouache, gentle outlines',
  blueprint: 'blueprint drawing, white lines on deep blue paper',
  watercolour: 'watercolour painting on textured paper, loose washes',
  ink: 'pen and ink drawing with grey washes on cream paper',
  cinema: 'cinematic film still, 35 mm, natural colour',
};

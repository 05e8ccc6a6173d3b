import type { Point } from '../geometry.ts';

/**
 * A pinhole camera that looks straight ahead with a shifted lens, so that verticals stay upright. Metres in the
 * world (x right, y up from the ground, z away from the camera), frame heights in the picture.
 */
export interface Camera {
  readonly aspect: number;
  /** Focal length in frame heights. */
  readonly focal: number;
  readonly horizonY: number;
  readonly vanishX: number;
  readonly eyeM: number;
  /** Distance of the subject. */
  readonly subjectM: number;
  readonly rollRad: number;
  project(x: number, y: number, z: number): Point;
  /** Frame heights per metre at a distance. */
  scaleAt(z: number): number;
  /** Distance at which the ground meets a height in the picture (below the horizon). */
  groundAt(y: number): number;
}

export interface CameraSettings {
  readonly aspect: number;
  readonly lensMm: number;
  readonly horizonY: number;
  readonly vanishX: number;
  readonly eyeM: number;
  readonly subjectM: number;
  readonly rollRad: number;
}

/** Height of the 16:9 part of a 35 mm full frame. */
const sensorHeightMm = 20.25;

export function focalOf(lensMm: number): number {
  return lensMm / sensorHeightMm;
}

export function createCamera(settings: CameraSettings): Camera {
  const { horizonY, vanishX, eyeM } = settings;
  const focal = focalOf(settings.lensMm);
  return {
    ...settings,
    focal,
    project: (x, y, z) => [vanishX + (focal * x) / z, horizonY + (focal * (eyeM - y)) / z],
    scaleAt: (z) => focal / z,
    groundAt: (y) => (focal * eyeM) / Math.max(1e-4, y - horizonY),
  };
}

import type { ExteriorPlace } from '../../reading/places.ts';
import type { Far } from './far-land.ts';
import type { GroundKind } from './ground.ts';
import type { Mid } from './mid-ground.ts';

/** What a kind of place is made of. */
export interface OutdoorRecipe {
  readonly far: readonly Far[];
  readonly ground: GroundKind;
  readonly mid: readonly Mid[];
  readonly front: 'reeds' | 'rocks' | 'branch' | 'rope' | 'grass' | 'rail' | 'none';
}

export const recipes: Readonly<Record<ExteriorPlace, OutdoorRecipe>> = {
  coast: { far: ['headland'], ground: 'water', mid: ['cliff'], front: 'rocks' },
  sea: { far: ['none'], ground: 'water', mid: [], front: 'none' },
  harbour: { far: ['headland'], ground: 'water', mid: ['jetty', 'lamps'], front: 'rope' },
  river: { far: ['hills', 'trees'], ground: 'water', mid: ['trees'], front: 'reeds' },
  street: { far: ['city'], ground: 'cobbles', mid: ['terrace', 'lamps'], front: 'none' },
  village: { far: ['hills'], ground: 'earth', mid: ['church', 'houses', 'trees'], front: 'grass' },
  road: { far: ['hills', 'trees'], ground: 'earth', mid: ['hedges', 'trees'], front: 'grass' },
  field: { far: ['hills', 'trees'], ground: 'grass', mid: ['fence', 'trees'], front: 'grass' },
  forest: { far: ['trees'], ground: 'grass', mid: ['trunks'], front: 'branch' },
  mountain: { far: ['mountains', 'hills'], ground: 'rock', mid: [], front: 'rocks' },
  desert: { far: ['dunes'], ground: 'sand', mid: [], front: 'none' },
  garden: { far: ['trees'], ground: 'grass', mid: ['houses', 'fence', 'trees'], front: 'branch' },
  rooftop: { far: ['city'], ground: 'asphalt', mid: ['chimneys'], front: 'rail' },
  space: { far: ['none'], ground: 'rock', mid: [], front: 'rocks' },
  'open-ground': { far: ['hills'], ground: 'grass', mid: ['trees'], front: 'grass' },
};

import { type EntityName, entityNames } from '../../domain/kernel/patch.ts';

/** The kinds whose rows belong to one project each. Files belong to nobody, and the project is not in itself. */
export type OwnKind = Exclude<EntityName, 'asset' | 'project'>;

export const ownKinds: readonly OwnKind[] = entityNames.filter(
  (entity): entity is OwnKind => entity !== 'asset' && entity !== 'project',
);

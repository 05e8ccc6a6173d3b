import { useEffect, useState } from 'react';
import { entityNames } from '../../../domain/kernel/patch.ts';
import { useProject } from '../../state/project-context.ts';
import { useStudio } from '../../state/studio-context.ts';

/** Whether the rows of the open project are those of the studio: false from the loss of the line until they came anew. */
export function useCaughtUp(): boolean {
  const { connection } = useStudio();
  const { mirror } = useProject();
  const [caughtUp, setCaughtUp] = useState(true);
  useEffect(() => {
    const stopConnection = connection.subscribe(() => {
      if (connection.state().is === 'lost') setCaughtUp(false);
    });
    const stopMirror = mirror.subscribe(entityNames, (patch) => {
      if (patch === null) setCaughtUp(true);
    });
    return () => {
      stopConnection();
      stopMirror();
    };
  }, [connection, mirror]);
  return caughtUp;
}

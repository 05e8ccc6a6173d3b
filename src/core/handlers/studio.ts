import { examineStudio } from '../doctor/examine-studio.ts';
import { os } from './implementer.ts';

export const studioHandlers = {
  notices: os.studio.notices.handler(({ context }) =>
    context.store.notices.map(({ code, message }) => ({ code, message })),
  ),
  doctor: os.studio.doctor.handler(({ context }) => examineStudio(context)),
};

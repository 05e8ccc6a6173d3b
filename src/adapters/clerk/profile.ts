import type { IdentityProfile, PictureFile } from '../../core/ports/identity-profile.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { textOf } from '../../net/read-answer.ts';
import { answerOdd, browserRefused, notStarted } from './clerk-faults.ts';
import { fetchPicture } from './fetch-picture.ts';
import { type FrontendCall, type Json, responseOf } from './frontend-api.ts';
import { profileOf } from './read-profile.ts';
import { strategies, webPageOf } from './web-pages.ts';

export type OwnProfile = Pick<
  IdentityProfile,
  | 'profile'
  | 'picture'
  | 'setPicture'
  | 'addAddress'
  | 'sendAddressCode'
  | 'confirmAddress'
  | 'makePrimary'
  | 'removeAddress'
  | 'changePassword'
  | 'startConnecting'
  | 'finishConnecting'
  | 'disconnect'
>;

type Ask = (call: FrontendCall) => Promise<Result<unknown>>;

/** What Clerk keeps of the person who is signed in, below `/me`. */
export function createOwnProfile(ask: Ask): OwnProfile {
  let isConnecting = false;
  const read = async (call: FrontendCall): Promise<Result<Json>> => {
    const answer = await ask(call);
    return answer.ok ? responseOf(answer.value) : answer;
  };
  const tell = async (call: FrontendCall): Promise<Result<void>> => {
    const answer = await ask(call);
    return answer.ok ? ok(undefined) : answer;
  };
  const me = (): Promise<Result<Json>> => read({ method: 'GET', path: '/me' });
  const addressAt = (id: string): string => `/me/email_addresses/${encodeURIComponent(id)}`;
  const sendAddressCode = (id: string): Promise<Result<void>> =>
    tell({
      method: 'POST',
      path: `${addressAt(id)}/prepare_verification`,
      form: { strategy: 'email_code' },
    });

  return {
    async profile() {
      const user = await me();
      return user.ok ? ok(profileOf(user.value)) : user;
    },
    async picture() {
      const user = await me();
      if (!user.ok) return user;
      if (user.value['has_image'] !== true) return ok(null);
      return fetchPicture(textOf(user.value['image_url']));
    },
    setPicture: (picture) => {
      const path = '/me/profile_image';
      return tell(
        picture === null ? { method: 'DELETE', path } : { method: 'POST', path, file: asFile(picture) },
      );
    },
    async addAddress(address) {
      const added = await read({
        method: 'POST',
        path: '/me/email_addresses',
        form: { email_address: address },
      });
      if (!added.ok) return added;
      const id = textOf(added.value['id']);
      if (id === null) return { ok: false, fault: answerOdd() };
      const sent = await sendAddressCode(id);
      return sent.ok ? ok({ id }) : sent;
    },
    sendAddressCode,
    confirmAddress: (id, code) =>
      tell({ method: 'POST', path: `${addressAt(id)}/attempt_verification`, form: { code } }),
    makePrimary: (id) => tell({ method: 'PATCH', path: '/me', form: { primary_email_address_id: id } }),
    removeAddress: (id) => tell({ method: 'DELETE', path: addressAt(id) }),
    changePassword: ({ current, password, endOtherSessions }) =>
      tell({
        method: 'POST',
        path: '/me/change_password',
        form: {
          ...(current === null ? {} : { current_password: current }),
          new_password: password,
          sign_out_of_other_sessions: String(endOtherSessions),
        },
      }),
    async startConnecting(provider, returnUrl) {
      const started = await read({
        method: 'POST',
        path: '/me/external_accounts',
        form: { strategy: strategies[provider], redirect_url: returnUrl.href },
      });
      if (!started.ok) return started;
      const page = webPageOf(started.value['verification']);
      if (page === null) return { ok: false, fault: answerOdd() };
      isConnecting = true;
      return ok({ page });
    },
    async finishConnecting(arrivedAt) {
      if (!isConnecting) return { ok: false, fault: notStarted() };
      isConnecting = false;
      const { searchParams } = arrivedAt;
      if (searchParams.get('__clerk_status') === 'failed') return { ok: false, fault: browserRefused() };
      // It may have changed the client's token, and then fetches the new one.
      const nonce = searchParams.get('rotating_token_nonce');
      const search = nonce === null ? {} : { rotating_token_nonce: nonce };
      return tell({ method: 'GET', path: '/client', search });
    },
    disconnect: (id) => tell({ method: 'DELETE', path: `/me/external_accounts/${encodeURIComponent(id)}` }),
  };
}

const asFile = ({ type, bytes }: PictureFile) => ({
  name: `picture.${type.split('/')[1] ?? 'jpeg'}`,
  type,
  bytes,
});

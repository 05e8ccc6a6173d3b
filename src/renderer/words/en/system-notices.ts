/** Words of notices that the system shows, in English. */
export const systemNotices = {
  title: 'Notices of the system',
  label: 'Tell me when work ends while I am elsewhere',
  hint: 'Generation and exports that end, or wait for your word. Never while you look at this window.',
  denied:
    'This browser refuses notices of this page. Allow them in its settings for the page, then switch this on.',
  missing: 'This browser has no notices.',
};

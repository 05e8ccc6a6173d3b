/**
 * Whose the keys are while something has the focus. `text`: what is typed goes there. `button`: Space and Enter press it.
 * `menu`: all keys are the menu's. `dialog`: the page behind it is out of reach. `page`: commands take them.
 */
export type KeyOwner = 'page' | 'text' | 'button' | 'menu' | 'dialog';

/** Inputs in which nothing is typed. */
const pressedInputs = new Set([
  'button',
  'checkbox',
  'radio',
  'range',
  'color',
  'file',
  'submit',
  'reset',
  'image',
]);

const pressedRoles =
  'button, a[href], summary, [role="button"], [role="checkbox"], [role="switch"], [role="radio"], [role="tab"], [role="slider"], [role="option"], [role="treeitem"], [role="link"]';

/** The list of a select that is open. One that is a part of a page takes the few keys that it uses, and no more. */
const floatingListbox = '[role="listbox"]:not(main [role="listbox"])';

export function keysBelongTo(
  target: EventTarget | null,
  { clicked }: { readonly clicked: boolean },
): KeyOwner {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.closest(`[role="menu"], [role="menubar"], ${floatingListbox}`) !== null) return 'menu';
  if (isTyped(target))
    return target.closest('[role="dialog"], [role="alertdialog"]') === null ? 'text' : 'dialog';
  if (target.closest('[role="dialog"], [role="alertdialog"]') !== null) return 'dialog';
  if (clicked) return 'page';
  return target.matches(`${pressedRoles}, input`) ? 'button' : 'page';
}

/** Whether letters that are pressed are typed into it. A select is: it is searched by them. */
export function isTyped(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return target instanceof HTMLInputElement && !pressedInputs.has(target.type);
}

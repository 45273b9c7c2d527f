// One place for keys, so that the help can list them and one switch can turn the single-letter ones off (WCAG 2.1.4).

import { preference } from './preferences.js';

const bindings = [];

/**
 * @param key     `event.key` in lower case, with `ctrl+` in front where Ctrl or Command is held
 * @param textKey what it does, for the help
 * @param group   heading in the help
 * @param action  returns false when it does not apply now
 * @return function that removes the binding
 */
export function bind(key, textKey, group, action) {
  const binding = { key, textKey, group, action };
  bindings.push(binding);
  return () => bindings.splice(bindings.indexOf(binding), 1);
}

export const boundKeys = () => bindings.map(({ key, textKey, group }) => ({ key, textKey, group }));

function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

function typing(element) {
  if (!element) return false;
  if (element.isContentEditable) return true;
  if (element.tagName === 'TEXTAREA' || element.tagName === 'SELECT') return true;
  return element.tagName === 'INPUT' && !['checkbox', 'radio', 'button', 'submit'].includes(element.type);
}

function dialogOpen() {
  return document.body.hasAttribute('data-dialog');
}

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  const withCtrl = event.ctrlKey || event.metaKey;
  const key = (withCtrl ? 'ctrl+' : '') + event.key.toLowerCase();
  if (!withCtrl && key !== 'escape') {
    if (!preference('shortcuts') || typing(focused()) || dialogOpen()) return;
  }
  for (const binding of [...bindings].reverse()) {
    if (binding.key === key && binding.action(event) !== false) {
      event.preventDefault();
      return;
    }
  }
});

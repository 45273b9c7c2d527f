import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import { preference, setPreference } from '../preferences.js';
import { boundKeys } from '../shortcuts.js';
import './modal-dialog.js';

function keyName(key) {
  if (key.startsWith('ctrl+')) return `${t('keyboard.ctrl')} ${keyName(key.slice(5))}`;
  return { escape: 'Esc', enter: '⏎' }[key] ?? key.toUpperCase();
}

/** The keys that work here and now, and the switch for the single-letter ones. */
export class ShortcutHelp extends ZurufElement {
  static properties = { open: { state: true } };

  static styles = [
    ...ZurufElement.styles,
    css`
      .groups {
        display: grid;
        gap: var(--space-5);
      }
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: var(--space-2) var(--space-4);
        margin-top: var(--space-2);
      }
      dd {
        text-align: right;
      }
      kbd {
        font-size: var(--text-s);
        padding: 0.25em 0.5em;
        opacity: 1;
      }
      .switch {
        margin-top: var(--space-5);
        padding-top: var(--space-4);
        border-top: 1px solid var(--line);
        display: flex;
        gap: var(--space-3);
        align-items: center;
      }
    `,
  ];

  show() {
    this.open = true;
  }

  render() {
    const groups = new Map();
    const seen = new Set();
    for (const { key, textKey, group } of boundKeys()) {
      if (seen.has(key + textKey)) continue;
      seen.add(key + textKey);
      if (!groups.has(group)) groups.set(group, new Map());
      const texts = groups.get(group);
      if (!texts.has(textKey)) texts.set(textKey, []);
      texts.get(textKey).push(key);
    }
    return html`<modal-dialog
      label=${t('keys.title')}
      width="30rem"
      ?open=${this.open}
      @closed=${() => (this.open = false)}
    >
      ${this.open
        ? html`<div class="groups" data-testid="shortcut-help">
              ${[...groups].map(
                ([group, texts]) => html`<section>
                  <h2>${t(group)}</h2>
                  <dl>
                    ${[...texts].map(
                      ([text, keys]) => html`
                        <dt>${t(text)}</dt>
                        <dd>${keys.map((key) => html`<kbd>${keyName(key)}</kbd> `)}</dd>
                      `,
                    )}
                  </dl>
                </section>`,
              )}
            </div>
            <label class="switch">
              <input
                type="checkbox"
                .checked=${preference('shortcuts')}
                @change=${(event) => setPreference('shortcuts', event.target.checked)}
              />
              <span>${t('keys.enabled')}</span>
            </label>`
        : ''}
    </modal-dialog>`;
  }
}

customElements.define('shortcut-help', ShortcutHelp);

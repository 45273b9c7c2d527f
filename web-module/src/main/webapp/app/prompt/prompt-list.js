import { css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ZurufElement } from '../element.js';
import { pick, t } from '../i18n.js';
import { bind } from '../shortcuts.js';
import './prompt-item.js';

/** What is worth saying in this call, at most three, and what was held back and why. */
export class PromptList extends ZurufElement {
  static properties = { card: {} };

  static styles = [
    ...ZurufElement.styles,
    css`
      ol {
        display: grid;
        gap: var(--space-3);
      }
      .suppressed {
        margin-bottom: var(--space-3);
      }
      .none {
        display: grid;
        gap: var(--space-1);
        padding: var(--space-3) 0;
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    const group = 'keys.prompt';
    this.keep(
      ...[1, 2, 3].map((n) => bind(String(n), 'key.prompt', group, () => this.#item(n - 1)?.focusItem() ?? false)),
      bind('d', 'prompt.DONE', group, () => this.#act('DONE')),
      bind('r', 'prompt.DECLINED', group, () => this.#act('DECLINED')),
      bind('l', 'prompt.LATER', group, () => this.#act('LATER')),
      bind('f', 'prompt.DOES_NOT_FIT', group, () => this.#act('DOES_NOT_FIT')),
      bind('u', 'action.undo', group, () => this.#act('UNDO')),
    );
  }

  #item(at) {
    return this.renderRoot.querySelectorAll('prompt-item')[at];
  }

  /** Keys act on the prompt with the focus, else on the only one there is; never on one that has to be guessed. */
  #act(kind) {
    const items = [...this.renderRoot.querySelectorAll('prompt-item')];
    const item = items.find((each) => each === this.renderRoot.activeElement) ?? (items.length === 1 ? items[0] : null);
    if (!item) return false;
    item.act(kind);
    return true;
  }

  render() {
    const prompts = this.card.prompts ?? [];
    const { suppressed } = this.card;
    return html`
      <h2 class="sr">${t('prompt.title')}</h2>
      ${suppressed
        ? html`<p class="alert warn suppressed" data-testid="prompts-suppressed">
            <sl-icon name="slash-circle" aria-hidden="true"></sl-icon><span>${pick(suppressed.reason)}</span>
          </p>`
        : ''}
      ${prompts.length === 0
        ? html`<div class="none" data-testid="prompts-none">
            <p><strong>${t('prompt.none.title')}</strong></p>
            <p class="small muted">${t('prompt.none.text')}</p>
          </div>`
        : html`<ol data-testid="prompt-list">
            ${repeat(
              prompts,
              (prompt) => prompt.id,
              (prompt, i) => html`<li><prompt-item .prompt=${prompt} .number=${i + 1}></prompt-item></li>`,
            )}
          </ol>`}
    `;
  }
}

customElements.define('prompt-list', PromptList);

import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import { dismissCard } from '../store.js';
import { callerName, goneText } from './caller.js';

/** In place of a card whose call went elsewhere: says where, then makes way. */
export class GoneCard extends ZurufElement {
  static properties = { card: {} };

  static styles = [
    ...ZurufElement.styles,
    css`
      .box {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: var(--space-4);
        align-items: center;
        padding: var(--space-5);
        border-style: dashed;
        box-shadow: none;
        background: var(--surface-2);
      }
      sl-icon {
        font-size: 1.5rem;
        color: var(--ink-3);
      }
    `,
  ];

  render() {
    const { card } = this;
    return html`<article class="box panel" data-testid="call-card" data-state="GONE" data-call-id=${card.id}>
      <sl-icon name="telephone-x" aria-hidden="true"></sl-icon>
      <div>
        <h2 class="clamp-2" dir="auto" data-testid="call-company">${callerName(card)}</h2>
        <p data-testid="call-gone">${goneText(card)}</p>
      </div>
      <button class="btn" @click=${() => dismissCard(card.id)}>${t('action.close')}</button>
    </article>`;
  }
}

customElements.define('gone-card', GoneCard);

import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import { store } from '../store.js';
import { onSecond } from '../ticker.js';

/** Shorter losses are not worth a word. */
const PATIENCE_MS = 1_500;

/** Says that the line to the server is broken. Hovers, so that nothing moves when it comes and goes. */
export class ConnectionBar extends ZurufElement {
  static watches = ['change'];

  static styles = [
    ...ZurufElement.styles,
    css`
      :host {
        position: fixed;
        left: 50%;
        bottom: calc(var(--space-4) + env(safe-area-inset-bottom));
        transform: translateX(-50%);
        z-index: 1100;
        max-width: calc(100vw - 2rem);
      }
      .bar {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        padding: var(--space-3) var(--space-4);
        border-radius: 999px;
        background: var(--warn-soft);
        color: var(--warn-ink);
        border: 1px solid currentColor;
        box-shadow: var(--shadow-3);
        font-size: var(--text-s);
        font-weight: 550;
      }
      .dot {
        width: 0.625rem;
        height: 0.625rem;
        border-radius: 50%;
        background: currentColor;
        animation: breathe 1.2s ease-in-out infinite;
      }
    `,
  ];

  #since = null;

  connectedCallback() {
    super.connectedCallback();
    this.keep(onSecond(() => this.#since && this.requestUpdate()));
  }

  render() {
    if (store.stream === 'live') this.#since = null;
    else this.#since ??= Date.now();
    const shown = this.#since && Date.now() - this.#since > PATIENCE_MS;
    return html`<div role="status">
      ${shown
        ? html`<div class="bar" data-testid="connection-lost">
            <span class="dot"></span><span>${t('connection.lost')}</span>
          </div>`
        : ''}
    </div>`;
  }
}

customElements.define('connection-bar', ConnectionBar);

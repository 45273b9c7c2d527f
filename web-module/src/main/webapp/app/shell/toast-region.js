import { css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import { announce } from './announcer.js';

const STAYS_MS = 7_000;
let region = null;
let count = 0;

/**
 * A short message at the edge of the screen; nothing on the page moves for it.
 *
 * @param text   what happened and, for a failure, what to do
 * @param kind   `good`, `bad` or `info`
 * @param action `{label, run}` for one button, an undo for instance
 */
export function toast(text, kind = 'info', action = null) {
  announce(text, kind === 'bad' ? 'assertive' : 'polite');
  region?.show({ id: ++count, text, kind, action });
}

/** A failed request as a message. */
export function toastProblem(problem) {
  toast(problem.message, 'bad');
}

export class ToastRegion extends ZurufElement {
  static properties = { items: { state: true } };

  static styles = [
    ...ZurufElement.styles,
    css`
      :host {
        position: fixed;
        left: var(--space-4);
        bottom: calc(var(--space-4) + env(safe-area-inset-bottom));
        z-index: 1200;
        width: min(26rem, calc(100vw - 2 * var(--space-4)));
        pointer-events: none;
      }
      .list {
        display: grid;
        gap: var(--space-2);
      }
      .toast {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: var(--space-3);
        padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
        min-height: 3rem;
        border-radius: var(--radius-m);
        background: var(--ink);
        color: var(--surface);
        box-shadow: var(--shadow-3);
        font-size: var(--text-s);
        animation: rise 160ms ease-out;
      }
      .text {
        flex: 1;
      }
      .toast .btn {
        background: transparent;
        border-color: transparent;
        color: inherit;
      }
      .toast .btn:hover {
        background: color-mix(in srgb, var(--surface) 16%, transparent);
      }
      .toast .action {
        border-color: currentColor;
      }
      @media (max-width: 760px) {
        :host {
          top: calc(3.5rem + var(--space-2));
          bottom: auto;
        }
        .toast:not(:last-child) {
          display: none;
        }
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.items = [];
    region = this;
  }

  show(item) {
    this.items = [...this.items.slice(-2), item];
    setTimeout(() => this.#close(item.id), item.kind === 'bad' ? 2 * STAYS_MS : STAYS_MS);
  }

  #close(id) {
    this.items = this.items.filter((item) => item.id !== id);
  }

  render() {
    if (this.items.length === 0) return '';
    return html`<div class="list" role="region" aria-label=${t('toast.region')}>${this.#list()}</div>`;
  }

  #list() {
    return repeat(
      this.items,
      (item) => item.id,
      (item) => html`
        <div class="toast" data-testid="toast" data-kind=${item.kind}>
          <sl-icon
            name=${{ good: 'check-circle', bad: 'exclamation-triangle', info: 'info-circle' }[item.kind]}
            aria-hidden="true"
          ></sl-icon>
          <span class="text" dir="auto">${item.text}</span>
          ${item.action
            ? html`<button
                class="btn action"
                data-testid="toast-action"
                @click=${() => {
                  this.#close(item.id);
                  item.action.run();
                }}
              >
                ${item.action.label}
              </button>`
            : ''}
          <button class="btn icon" aria-label=${t('action.close')} @click=${() => this.#close(item.id)}>
            <sl-icon name="x-lg" aria-hidden="true"></sl-icon>
          </button>
        </div>
      `,
    );
  }
}

customElements.define('toast-region', ToastRegion);

import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';

let open = 0;

/**
 * A modal dialog. Over Shoelace's, because that one traps the focus, returns it and locks the page; what we add is the mark on the
 * body by which single-letter shortcuts know to stay silent.
 */
export class ModalDialog extends ZurufElement {
  static properties = { label: {}, open: { type: Boolean, reflect: true }, width: {} };

  static styles = [
    ...ZurufElement.styles,
    css`
      sl-dialog {
        --body-spacing: 0 var(--space-5) var(--space-5);
      }
      sl-dialog::part(panel) {
        box-shadow: var(--shadow-3);
        border: 1px solid var(--line);
        color: var(--ink);
      }
      .head {
        position: sticky;
        top: 0;
        z-index: 2;
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: var(--space-4);
        padding: var(--space-4) 0 var(--space-3);
        background: var(--surface);
      }
      .content {
        padding: 3px;
        margin: 0 -3px;
      }
      .head h2 {
        font-size: var(--text-l);
        letter-spacing: -0.01em;
      }
      sl-dialog::part(body) {
        color: var(--ink);
        font-family: var(--font);
        font-size: var(--text-m);
      }
      @media (max-width: 640px) {
        sl-dialog::part(panel) {
          max-width: 100vw;
          width: 100vw;
          max-height: 100dvh;
          margin: auto 0 0;
          border-radius: var(--radius-l) var(--radius-l) 0 0;
        }
        sl-dialog {
          --body-spacing: 0 var(--space-4) var(--space-4);
        }
      }
    `,
  ];

  #counted = false;

  constructor() {
    super();
    this.label = '';
    this.open = false;
    this.width = '36rem';
  }

  show() {
    this.open = true;
  }

  hide() {
    this.open = false;
  }

  updated(changed) {
    if (changed.has('open') && this.open !== this.#counted) {
      this.#counted = this.open;
      open += this.open ? 1 : -1;
      document.body.toggleAttribute('data-dialog', open > 0);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    if (this.#counted) {
      this.#counted = false;
      open -= 1;
      document.body.toggleAttribute('data-dialog', open > 0);
    }
  }

  #hid(event) {
    if (event.target !== event.currentTarget) return;
    this.open = false;
    this.send('closed');
  }

  render() {
    return html`
      <sl-dialog
        label=${this.label}
        no-header
        ?open=${this.open}
        style="--width: ${this.width}"
        @sl-after-hide=${this.#hid}
        @sl-hide=${(event) => event.target === event.currentTarget && (this.open = false)}
      >
        <div class="head">
          <h2>${this.label}</h2>
          <button class="btn ghost icon" aria-label=${t('action.close')} @click=${() => (this.open = false)}>
            <sl-icon name="x-lg" aria-hidden="true"></sl-icon>
          </button>
        </div>
        <div class="content"><slot></slot></div>
      </sl-dialog>
    `;
  }
}

customElements.define('modal-dialog', ModalDialog);

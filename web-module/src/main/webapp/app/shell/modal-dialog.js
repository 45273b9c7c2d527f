import { css, html } from 'lit';
import { ZurufElement } from '../element.js';

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
        --header-spacing: var(--space-4) var(--space-5);
        --footer-spacing: var(--space-4) var(--space-5);
      }
      sl-dialog::part(panel) {
        box-shadow: var(--shadow-3);
        border: 1px solid var(--line);
        color: var(--ink);
      }
      sl-dialog::part(title) {
        font-size: var(--text-l);
        font-weight: 650;
        letter-spacing: -0.01em;
      }
      sl-dialog::part(close-button__base) {
        color: var(--ink-2);
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
          --header-spacing: var(--space-3) var(--space-4);
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
        ?open=${this.open}
        style="--width: ${this.width}"
        @sl-after-hide=${this.#hid}
        @sl-hide=${(event) => event.target === event.currentTarget && (this.open = false)}
      >
        <slot></slot>
        <slot name="footer" slot="footer"></slot>
      </sl-dialog>
    `;
  }
}

customElements.define('modal-dialog', ModalDialog);

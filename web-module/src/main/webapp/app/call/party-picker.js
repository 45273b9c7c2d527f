import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import '../customer/customer-finder.js';

/** Puts a customer found by search on the call, where the number says nothing or the wrong thing. */
export class PartyPicker extends ZurufElement {
  static properties = {
    /** the call has a customer already, rightly or not */
    assigned: { type: Boolean },
  };

  static styles = [
    ...ZurufElement.styles,
    css`
      .head {
        display: flex;
        justify-content: space-between;
        align-items: center;
        margin-bottom: var(--space-2);
      }
    `,
  ];

  focusField() {
    void this.updateComplete.then(() => this.renderRoot.querySelector('customer-finder').focusField());
  }

  render() {
    return html`<div class="head">
        <h2>${t('party.title')}</h2>
        <span>
          ${this.assigned
            ? html`<button class="btn ghost" @click=${() => this.send('undo')}>${t('party.undo')}</button>`
            : ''}
          <button class="btn ghost" @click=${() => this.send('cancel')}>${t('action.cancel')}</button>
        </span>
      </div>
      <customer-finder></customer-finder>`;
  }
}

customElements.define('party-picker', PartyPicker);

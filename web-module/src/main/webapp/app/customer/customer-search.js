import { html } from 'lit';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import { go } from '../router.js';
import '../shell/modal-dialog.js';
import './customer-finder.js';

/** The search that comes with Ctrl+K from anywhere. */
export class CustomerSearch extends ZurufElement {
  static properties = { open: { state: true } };

  show() {
    this.open = true;
    void this.updateComplete.then(() =>
      setTimeout(() => this.renderRoot.querySelector('customer-finder')?.focusField(), 60),
    );
  }

  #pick(event) {
    this.open = false;
    go('customers', event.detail.partyId);
  }

  render() {
    return html`<modal-dialog
      label=${t('search.title')}
      width="40rem"
      ?open=${this.open}
      @closed=${() => (this.open = false)}
    >
      ${this.open ? html`<customer-finder @pick=${this.#pick}></customer-finder>` : ''}
    </modal-dialog>`;
  }
}

customElements.define('customer-search', CustomerSearch);

import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import { go } from '../router.js';
import './customer-finder.js';
import './customer-page.js';

/** Search, or one customer. */
export class CustomersPage extends ZurufElement {
  static properties = { page: {} };

  static styles = [
    ...ZurufElement.styles,
    css`
      .search {
        max-width: 46rem;
        margin: 0 auto;
        padding: var(--space-6) var(--space-4) 5rem;
        display: grid;
        gap: var(--space-4);
      }
      .panel {
        padding: var(--space-4);
      }
    `,
  ];

  updated(changed) {
    if (changed.has('page') && !this.page.id) void this.renderRoot.querySelector('customer-finder')?.focusField();
  }

  render() {
    if (this.page.id) return html`<customer-page .partyId=${Number(this.page.id)}></customer-page>`;
    return html`<div class="search">
      <h1>${t('search.title')}</h1>
      <div class="panel">
        <customer-finder @pick=${(event) => go('customers', event.detail.partyId)}></customer-finder>
      </div>
    </div>`;
  }
}

customElements.define('customers-page', CustomersPage);

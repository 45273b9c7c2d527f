import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { day, relativeDay, t, time } from '../i18n.js';
import { href } from '../router.js';

const ICONS = {
  CALL: 'telephone',
  VISIT: 'geo-alt',
  MAIL: 'envelope',
  FAIR: 'shop',
  SHOP: 'cart',
  HANDOFF: 'send',
  VISIT_REPORT: 'journal-text',
  QUOTE: 'file-earmark-text',
  COMPLAINT: 'exclamation-octagon',
  PROMPT: 'lightbulb',
};
const FILTERS = {
  all: null,
  calls: ['CALL', 'PROMPT'],
  field: ['VISIT', 'VISIT_REPORT', 'HANDOFF'],
  quotes: ['QUOTE'],
  complaints: ['COMPLAINT'],
  other: ['MAIL', 'FAIR', 'SHOP'],
};

/** What happened with a customer, newest first, by any of us and on any channel. */
export class CustomerHistory extends ZurufElement {
  static properties = { entries: {}, filter: { state: true } };

  static styles = [
    ...ZurufElement.styles,
    css`
      .seg {
        margin-bottom: var(--space-3);
      }
      .seg label {
        min-height: 1.875rem;
      }
      li {
        display: grid;
        grid-template-columns: 2rem minmax(0, 1fr) auto;
        gap: 0 var(--space-3);
        padding: var(--space-2) 0;
        border-top: 1px solid var(--line);
      }
      .mark {
        display: grid;
        place-items: center;
        width: 2rem;
        height: 2rem;
        border-radius: 50%;
        background: var(--surface-3);
        color: var(--ink-2);
        grid-row: 1 / 3;
      }
      .mark.COMPLAINT {
        background: var(--bad-soft);
        color: var(--bad-ink);
      }
      .title {
        font-weight: 600;
        font-size: var(--text-s);
      }
      .when {
        font-size: var(--text-s);
        color: var(--ink-3);
        text-align: right;
      }
      .detail {
        grid-column: 2 / 4;
        font-size: var(--text-s);
        color: var(--ink-2);
        white-space: pre-line;
      }
    `,
  ];

  constructor() {
    super();
    this.entries = [];
    this.filter = 'all';
  }

  render() {
    const kinds = FILTERS[this.filter];
    const shown = kinds ? this.entries.filter((entry) => kinds.includes(entry.kind)) : this.entries;
    return html`
      <div class="seg" role="radiogroup" aria-label=${t('history.filter')}>
        ${Object.keys(FILTERS).map(
          (filter) => html`<label
            ><input
              type="radio"
              name="filter"
              .checked=${this.filter === filter}
              data-testid="history-filter-${filter}"
              @change=${() => (this.filter = filter)}
            />${t(`history.filter.${filter}`)}</label
          >`,
        )}
      </div>
      ${shown.length === 0
        ? html`<p class="empty">${t('history.none')}</p>`
        : html`<ol data-testid="customer-history">
            ${shown.map((entry) => this.#entry(entry))}
          </ol>`}
    `;
  }

  #entry(entry) {
    const link = entry.handoffId ? href('handoffs', entry.handoffId) : entry.callId ? href('calls', entry.callId) : null;
    return html`<li data-kind=${entry.kind}>
      <span class="mark ${entry.kind}"
        ><sl-icon name=${ICONS[entry.kind] ?? 'dot'} label=${t(`history.${entry.kind}`)}></sl-icon
      ></span>
      <span class="title" dir="auto">${link ? html`<a href=${link}>${entry.title}</a>` : entry.title}</span>
      <span class="when num" title=${day(entry.on)}
        >${relativeDay(entry.on)}${entry.at ? `, ${time(entry.at)}` : ''}</span
      >
      <span class="detail"
        ><bdi>${entry.detail ?? ''}</bdi>${entry.by ? html` <span class="muted">– <bdi>${entry.by}</bdi></span>` : ''}</span
      >
    </li>`;
  }
}

customElements.define('customer-history', CustomerHistory);

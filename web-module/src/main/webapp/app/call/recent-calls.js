import { html } from 'lit';
import { ZurufElement } from '../element.js';
import { t, when } from '../i18n.js';
import { get } from '../api.js';
import { href } from '../router.js';
import { on, store } from '../store.js';
import { callerName } from './caller.js';
import { listStyles } from './list-styles.js';

/** The agent's own last calls, for «what was that a moment ago?». */
export class RecentCalls extends ZurufElement {
  static properties = { rows: { state: true }, failed: { state: true } };

  static styles = [...ZurufElement.styles, listStyles];

  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    const soon = () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#load(), 400);
    };
    this.keep(
      on('snapshot', soon),
      on('card', (card) => ['WRAP_UP', 'DONE'].includes(card.state) && soon()),
      on('gone', soon),
    );
    void this.#load();
  }

  async #load() {
    try {
      this.rows = await get('/calls?mine=true&limit=12');
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  render() {
    return html`<section aria-labelledby="title">
      <div class="head"><h2 id="title">${t('recent.title')}</h2></div>
      ${!this.rows
        ? this.failed
          ? html`<p class="none">${t('error.list')}</p>`
          : html`<div class="skeleton" aria-hidden="true"></div>`
        : this.rows.length === 0
          ? html`<p class="none">${t('recent.none')}</p>`
          : html`<ul data-testid="recent-calls">
              ${this.rows.map(
                (row) => html`<li class="line">
                  <a class="name clip" href=${href('calls', row.id)} dir="auto">${callerName(row)}</a>
                  <span class="time num">${when(row.startedAt)}</span>
                  <span class="detail clip"
                    >${row.outgoing
                      ? html`<sl-icon name="telephone-outbound" label=${t('recent.outgoing')} data-testid="recent-outgoing"></sl-icon> `
                      : ''}${this.#outcome(row)}</span
                  >
                  ${store.session.control && row.caller.number && row.caller.kind !== 'INTERNAL'
                    ? html`<a
                        class="time"
                        href="tel:${row.caller.number}"
                        data-party=${row.partyId ?? ''}
                        data-who=${callerName(row)}
                        data-testid="recent-dial"
                        aria-label=${t('dial.link', { who: callerName(row) })}
                        ><sl-icon name="telephone-outbound" aria-hidden="true"></sl-icon
                      ></a>`
                    : ''}
                  ${row.noted ? html`<sl-icon class="time" name="sticky" label=${t('recent.noted')}></sl-icon>` : ''}
                </li>`,
              )}
            </ul>`}
    </section>`;
  }

  #outcome(row) {
    if (row.disposition) return t(`disposition.${row.disposition}`);
    if (!row.endedAt) return t('recent.running');
    if (row.outgoing && !row.answeredAt) return t('recent.unreached');
    return t(`cause.${row.endCause ?? 'UNKNOWN'}`);
  }
}

customElements.define('recent-calls', RecentCalls);

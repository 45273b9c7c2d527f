import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { t } from '../i18n.js';
import { get, query } from '../api.js';

const PAUSE_MS = 180;
const ICON_CLASSES = { AT_RISK: 'bad', LOST: 'bad', LEAD: 'wrap', NEW: 'good', REGAINED: 'good' };

/** A field that finds customers while one types; arrows and Enter choose. Sends `pick` with a CustomerHit. */
export class CustomerFinder extends ZurufElement {
  static properties = {
    hits: { state: true },
    at: { state: true },
    text: { state: true },
    searching: { state: true },
    failed: { state: true },
  };

  static styles = [
    ...ZurufElement.styles,
    css`
      .box {
        position: relative;
      }
      .box sl-icon {
        position: absolute;
        left: 0.85rem;
        top: 50%;
        translate: 0 -50%;
        color: var(--ink-3);
        pointer-events: none;
      }
      input {
        padding-left: 2.5rem;
        min-height: 2.75rem;
      }
      [role='listbox'] {
        display: grid;
        gap: 0.125rem;
        margin-top: var(--space-2);
        max-height: min(26rem, 50vh);
        overflow-y: auto;
      }
      [role='option'] {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 var(--space-3);
        padding: var(--space-2) var(--space-3);
        border-radius: var(--radius-s);
        cursor: pointer;
      }
      [role='option']:hover {
        background: var(--surface-3);
      }
      [role='option'][aria-selected='true'] {
        background: var(--accent-soft);
        color: var(--accent-soft-ink);
      }
      .company {
        font-weight: 600;
      }
      .detail,
      .owner {
        font-size: var(--text-s);
        color: var(--ink-3);
      }
      [aria-selected='true'] .detail,
      [aria-selected='true'] .owner {
        color: inherit;
      }
      .owner {
        text-align: right;
      }
      .hint {
        padding: var(--space-3);
        font-size: var(--text-s);
        color: var(--ink-3);
      }
    `,
  ];

  #timer = 0;
  #abort = null;

  constructor() {
    super();
    this.hits = null;
    this.at = 0;
    this.text = '';
  }

  async focusField() {
    await this.updateComplete;
    const field = this.renderRoot.querySelector('input');
    field.focus();
    field.select();
  }

  #input(event) {
    this.text = event.target.value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#search(), PAUSE_MS);
  }

  async #search() {
    const q = this.text.trim();
    this.#abort?.abort();
    this.failed = false;
    if (q.length < 2) {
      this.hits = null;
      this.searching = false;
      return;
    }
    const abort = new AbortController();
    this.#abort = abort;
    this.searching = true;
    try {
      this.hits = await get(`/customers${query({ q, limit: 20 })}`, { signal: abort.signal });
      this.at = 0;
      this.searching = false;
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      this.searching = false;
      this.failed = true;
    }
  }

  async #keys(event) {
    const count = this.hits?.length ?? 0;
    if (event.key === 'ArrowDown' && count) this.at = (this.at + 1) % count;
    else if (event.key === 'ArrowUp' && count) this.at = (this.at - 1 + count) % count;
    else if (event.key === 'Enter' && count) this.#pick(this.hits[this.at]);
    else return;
    event.preventDefault();
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  #pick(hit) {
    this.send('pick', hit);
  }

  render() {
    const hits = this.hits ?? [];
    return html`
      <div class="box">
        <label class="sr" for="q">${t('search.label')}</label>
        <sl-icon name="search" aria-hidden="true"></sl-icon>
        <input
          id="q"
          type="text"
          dir="auto"
          role="combobox"
          aria-expanded=${hits.length > 0 ? 'true' : 'false'}
          aria-controls="hits"
          aria-autocomplete="list"
          aria-activedescendant=${hits.length ? `hit-${this.at}` : ''}
          autocomplete="off"
          spellcheck="false"
          placeholder=${t('search.placeholder')}
          maxlength="100"
          data-testid="customer-search-input"
          @input=${this.#input}
          @keydown=${this.#keys}
        />
      </div>
      <div id="hits" role="listbox" aria-label=${t('search.hits')} ?hidden=${hits.length === 0}>
        ${hits.map(
          (hit, i) => html`<div
            role="option"
            id="hit-${i}"
            aria-selected=${i === this.at ? 'true' : 'false'}
            data-testid="customer-hit"
            data-party-id=${hit.partyId}
            @click=${() => this.#pick(hit)}
          >
            <span class="company clip" dir="auto">${hit.company}</span>
            <span class="owner clip"
              >${hit.phase ? html`<span class="chip ${ICON_CLASSES[hit.phase] ?? ''}">${hit.valueClass} · ${t(`phase.${hit.phase}`)}</span>` : ''}</span
            >
            <span class="detail clip"
              ><bdi>${hit.contact ?? ''}</bdi>${hit.contact ? ' · ' : ''}<bdi>${hit.city ?? ''}</bdi>${hit.number
                ? html` · <bdi class="num">${hit.number}</bdi>`
                : ''}</span
            >
            <span class="owner clip" dir="auto">${typeof hit.owner === 'string' ? hit.owner : (hit.owner?.name ?? '')}</span>
          </div>`,
        )}
      </div>
      <p class="hint" role="status">${this.#hint()}</p>
    `;
  }

  #hint() {
    if (this.failed) return t('search.failed');
    if (this.searching && !this.hits) return t('search.searching');
    if (this.hits === null) return t('search.hint');
    if (this.hits.length === 0) return t('search.none', { text: this.text.trim() });
    return t('search.found', { n: this.hits.length });
  }
}

customElements.define('customer-finder', CustomerFinder);

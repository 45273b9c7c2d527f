import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ZurufElement } from '../element.js';
import { daysFromToday, relativeDay, t, when } from '../i18n.js';
import { get, query } from '../api.js';
import { go, href, replace } from '../router.js';
import { on, store } from '../store.js';
import './handoff-detail.js';

const RANK = { TODAY: 0, THIS_WEEK: 1, NORMAL: 2 };

/** Overdue first, then by urgency, then by due day: what the field has to do next is on top. */
function byUrgency(a, b) {
  const done = (a.state === 'ANSWERED') - (b.state === 'ANSWERED');
  if (done) return done;
  const late = (daysFromToday(b.dueOn) < 0) - (daysFromToday(a.dueOn) < 0);
  return late || RANK[a.urgency] - RANK[b.urgency] || a.dueOn.localeCompare(b.dueOn) || a.id - b.id;
}

/** The field's inbox or the agent's sent handoffs: the list, and beside it (on a phone instead of it) the one that is open. */
export class HandoffsPage extends ZurufElement {
  static properties = {
    page: {},
    rows: { state: true },
    problem: { state: true },
    open: { state: true },
    openProblem: { state: true },
  };

  static styles = [
    ...ZurufElement.styles,
    css`
      .page {
        display: grid;
        grid-template-columns: 24rem minmax(0, 1fr);
        max-width: 84rem;
        margin: 0 auto;
        min-height: calc(100dvh - 3.5rem);
      }
      .list {
        border-right: 1px solid var(--line);
        padding: var(--space-4) 0 5rem;
        min-width: 0;
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
        padding: 0 var(--space-4) var(--space-3);
        flex-wrap: wrap;
      }
      .head h2 {
        font-size: var(--text-xl);
        letter-spacing: -0.015em;
      }
      .item {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.125rem var(--space-3);
        padding: var(--space-3) var(--space-4);
        border-top: 1px solid var(--line);
        border-left: 3px solid transparent;
        color: var(--ink);
        text-decoration: none;
      }
      .item:hover {
        background: var(--surface-3);
        color: var(--ink);
      }
      .item:focus-visible {
        outline-offset: -3px;
      }
      .item[aria-current] {
        background: var(--surface);
        border-left-color: var(--accent);
      }
      .item .company {
        font-weight: 600;
      }
      .item.unread .company::before {
        content: '';
        display: inline-block;
        width: 0.5rem;
        height: 0.5rem;
        margin-right: 0.4rem;
        border-radius: 50%;
        background: var(--ring);
        vertical-align: 0.1em;
      }
      .item .wanted {
        grid-column: 1 / -1;
        color: var(--ink-2);
        font-size: var(--text-s);
      }
      .item .foot {
        grid-column: 1 / -1;
        display: flex;
        justify-content: space-between;
        gap: var(--space-3);
        font-size: var(--text-s);
        color: var(--ink-3);
        min-width: 0;
      }
      .detail {
        padding: var(--space-5) var(--space-5) 5rem;
        min-width: 0;
      }
      .nothing {
        display: grid;
        place-items: center;
        text-align: center;
        color: var(--ink-3);
        min-height: 20rem;
      }
      .back {
        display: none;
      }
      @media (max-width: 900px) {
        .page {
          grid-template-columns: minmax(0, 1fr);
        }
        .list {
          border-right: 0;
        }
        .page.opened .list {
          display: none;
        }
        .page:not(.opened) .detail {
          display: none;
        }
        .detail {
          padding: var(--space-3) var(--space-4) 5rem;
        }
        .back {
          display: inline-flex;
          margin: 0 0 var(--space-3) calc(-1 * var(--space-2));
        }
        .item {
          padding: var(--space-4);
          min-height: 5rem;
        }
        .item .company {
          font-size: var(--text-l);
        }
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    this.keep(
      on('handoff', (handoff) => this.#arrived(handoff)),
      on('share-handoff', (handoff) => this.#arrived(handoff)),
      on('snapshot', () => void this.#load()),
    );
  }

  get box() {
    return store.hasRole('aussendienst') && !store.hasRole('innendienst') ? 'inbox' : 'sent';
  }

  get state() {
    return this.page.params.get('state') === 'all' ? 'all' : 'open';
  }

  willUpdate(changed) {
    if (!changed.has('page')) return;
    const before = changed.get('page');
    if (!before || before.params.get('state') !== this.page.params.get('state')) void this.#load();
    if (before?.id !== this.page.id) void this.#openOne();
  }

  async #load() {
    try {
      this.rows = (await get(`/handoffs${query({ box: this.box, state: this.state })}`)).sort(byUrgency);
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #openOne() {
    const { id } = this.page;
    this.openProblem = null;
    if (!id) {
      this.open = null;
      return;
    }
    this.open = this.rows?.find((row) => String(row.id) === id) ?? null;
    try {
      const handoff = await get(`/handoffs/${id}`);
      if (this.page.id === id) this.open = handoff;
    } catch (problem) {
      if (this.page.id === id && !this.open) this.openProblem = problem;
    }
  }

  #arrived(handoff) {
    if (this.open?.id === handoff.id && handoff.revision >= this.open.revision) this.open = handoff;
    if (!this.rows) return;
    const known = this.rows.find((row) => row.id === handoff.id);
    const mine = this.box === 'sent' ? handoff.sender?.id === store.user.id : handoff.sender?.id !== store.user.id;
    if (known) {
      if (handoff.revision >= known.revision)
        this.rows = this.rows.map((row) => (row.id === handoff.id ? handoff : row)).sort(byUrgency);
    } else if (mine) {
      this.rows = [...this.rows, handoff].sort(byUrgency);
    }
  }

  render() {
    const { id } = this.page;
    return html`<h1 class="sr">${t('page.handoffs')}</h1>
      <div class="page ${id ? 'opened' : ''}">
      <section class="list" aria-labelledby="title">
        <div class="head">
          <h2 id="title">${t(`handoff.box.${this.box}`)}</h2>
          <div class="seg" role="radiogroup" aria-label=${t('handoff.filter')}>
            ${['open', 'all'].map(
              (state) => html`<label
                ><input
                  type="radio"
                  name="state"
                  .checked=${this.state === state}
                  data-testid="handoffs-${state}"
                  @change=${() => replace('handoffs', id, { state: state === 'all' ? 'all' : null })}
                />${t(`handoff.filter.${state}`)}</label
              >`,
            )}
          </div>
        </div>
        ${this.#list()}
      </section>
      <section class="detail" aria-label=${t('handoff.detail')}>
        <a class="btn ghost back" href=${href('handoffs', null, { state: this.page.params.get('state') })}
          ><sl-icon name="chevron-left" aria-hidden="true"></sl-icon>${t('handoff.all')}</a
        >
        ${this.#detail()}
      </section>
    </div>`;
  }

  #list() {
    if (this.problem) {
      return html`<p class="empty">
        ${t('error.list')}
        <button class="btn ghost" @click=${() => this.#load()}>${t('action.retry')}</button>
      </p>`;
    }
    if (!this.rows) return html`<div class="skeleton" style="height: 5rem; margin: 0 1rem"></div>`;
    if (this.rows.length === 0)
      return html`<p class="empty" data-testid="inbox-empty">${t(`handoff.empty.${this.box}`)}</p>`;
    return html`<ul data-testid="inbox">
      ${repeat(
        this.rows,
        (row) => row.id,
        (row) => html`<li>${this.#row(row)}</li>`,
      )}
    </ul>`;
  }

  #row(row) {
    const late = row.state !== 'ANSWERED' && daysFromToday(row.dueOn) < 0;
    const other = this.box === 'sent' ? row.recipient : row.sender;
    return html`<a
      class="item ${row.state === 'SENT' && this.box === 'inbox' ? 'unread' : ''}"
      href=${href('handoffs', row.id, { state: this.page.params.get('state') })}
      aria-current=${String(row.id) === this.page.id ? 'true' : nothing}
      data-testid="inbox-item"
      data-handoff-id=${row.id}
      data-state=${row.state}
    >
      <span class="company clip" dir="auto">${row.company}</span>
      <span>
        ${row.state === 'ANSWERED'
          ? html`<span class="chip good">${t('handoff.state.ANSWERED')}</span>`
          : late
            ? html`<span class="chip bad">${t('handoff.late')}</span>`
            : html`<span class="chip ${row.urgency === 'TODAY' ? 'warn' : ''}">${t(`urgency.${row.urgency}`)}</span>`}
      </span>
      <span class="wanted clamp-2" dir="auto">${row.wanted}</span>
      <span class="foot"
        ><span class="clip">${t(`occasion.${row.occasion}`)} · <bdi>${other?.name ?? ''}</bdi></span
        ><span class="num" style="flex: none"
          >${row.state === 'ANSWERED' ? when(row.answeredAt) : html`${t('handoff.due')} ${relativeDay(row.dueOn)}`}</span
        ></span
      >
    </a>`;
  }

  #detail() {
    if (this.openProblem) {
      return html`<div class="alert" role="alert">
        <sl-icon name="exclamation-triangle" aria-hidden="true"></sl-icon><span>${this.openProblem.message}</span>
      </div>`;
    }
    if (!this.page.id) return html`<div class="nothing"><p>${t('handoff.choose-one')}</p></div>`;
    if (!this.open) return html`<div class="skeleton" style="height: 16rem"></div>`;
    return html`<handoff-detail
      .handoff=${this.open}
      @changed=${(event) => this.#arrived(event.detail)}
      @back=${() => go('handoffs')}
    ></handoff-detail>`;
  }
}

customElements.define('handoffs-page', HandoffsPage);

import { css, html, nothing } from 'lit';
import { ZurufElement } from '../element.js';
import { day, daysFromToday, money, percent, pick, relativeDay, t, time } from '../i18n.js';
import { del, post, put } from '../api.js';
import { href } from '../router.js';
import { bind } from '../shortcuts.js';
import { applyCard, dismissCard, on, store, withHandoff } from '../store.js';
import { toastProblem } from '../shell/toast-region.js';
import { callerName } from './caller.js';
import '../customer/revenue-sparkline.js';
import '../shell/elapsed-time.js';
import '../prompt/prompt-list.js';
import '../handoff/handoff-dialog.js';
import './call-facts.js';
import './candidate-chooser.js';
import './lead-form.js';
import './note-editor.js';
import './party-picker.js';
import './transfer-dialog.js';
import './wrap-up-form.js';

const ICONS = {
  RINGING: 'telephone-inbound-fill',
  DIALLING: 'telephone-outbound-fill',
  TALKING: 'mic-fill',
  WRAP_UP: 'pencil-fill',
  DONE: 'check-circle-fill',
};

/**
 * One call: who, what is open, what to say, and what comes of it. The same parts stand in the same places from the first ring
 * to the end of the wrap-up.
 */
export class CallCard extends ZurufElement {
  static properties = {
    /** CallCard of docs/api.md */
    card: {},
    /** shown on a page of its own, not on the desk */
    past: { type: Boolean },
    assigning: { state: true },
    busy: { state: true },
  };

  static styles = [
    ...ZurufElement.styles,
    css`
      article {
        overflow: clip;
        box-shadow: var(--shadow-2);
        outline: none;
      }
      article:focus-visible {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
        border-radius: var(--radius-m);
      }
      .state {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-3);
        min-height: 2.5rem;
        padding: var(--space-1) var(--space-5);
        background: var(--state, var(--quiet));
        color: var(--on-state);
        font-size: var(--text-s);
        font-weight: 600;
      }
      [data-state='RINGING'] {
        --state: var(--ring);
      }
      [data-state='DIALLING'],
      [data-state='TALKING'] {
        --state: var(--talk);
      }
      [data-state='WRAP_UP'] {
        --state: var(--wrap);
      }
      .state .word {
        display: inline-flex;
        align-items: center;
        gap: 0.5rem;
        font-size: var(--text-m);
      }
      [data-state='RINGING'] .state .word sl-icon {
        animation: breathe 1s ease-in-out infinite;
      }
      .state .line {
        font-weight: 500;
        margin-left: auto;
        text-align: right;
      }
      .telephone {
        display: inline-flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .telephone .btn {
        min-height: 1.875rem;
        padding: 0 0.6rem;
      }
      .transfers {
        flex-basis: 100%;
        list-style: none;
        font-weight: 500;
      }
      .transfers li {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 0 var(--space-2);
      }
      .who {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 9.5rem minmax(12rem, auto);
        gap: var(--space-3) var(--space-5);
        padding: var(--space-4) var(--space-5);
      }
      .company {
        font-size: var(--text-2xl);
        line-height: 1.15;
        font-weight: 680;
        letter-spacing: -0.025em;
      }
      .company a {
        color: inherit;
        text-decoration: none;
      }
      .company a:hover {
        text-decoration: underline;
        text-decoration-thickness: 2px;
      }
      .contact {
        margin-top: var(--space-1);
        font-size: var(--text-l);
        color: var(--ink-2);
      }
      .contact strong {
        font-weight: 600;
        color: var(--ink);
      }
      .side {
        display: grid;
        gap: var(--space-2);
        justify-items: end;
        align-content: start;
        text-align: right;
        font-size: var(--text-s);
        max-width: 20rem;
      }
      .segment {
        display: inline-flex;
        align-items: stretch;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-s);
        overflow: hidden;
        font-weight: 600;
        font-size: var(--text-m);
        line-height: 1.3;
      }
      .segment .class {
        display: grid;
        place-items: center;
        min-width: 2rem;
        padding: 0.25rem 0.5rem;
        background: var(--ink);
        color: var(--surface);
        font-weight: 700;
      }
      .segment .words {
        padding: 0.25rem 0.65rem;
      }
      .trend {
        align-self: start;
      }
      .trend p {
        font-size: var(--text-s);
        line-height: 1.35;
        color: var(--ink-3);
        white-space: nowrap;
      }
      .trend strong {
        color: var(--ink);
        font-size: var(--text-m);
        font-weight: 650;
      }
      .down {
        color: var(--bad-ink);
      }
      .up {
        color: var(--talk-ink);
      }
      .owner {
        color: var(--ink-2);
      }
      .owner strong {
        color: var(--ink);
        font-weight: 600;
      }
      .open {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .body {
        display: grid;
        grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
        border-top: 1px solid var(--line);
      }
      .say {
        padding: var(--space-4) var(--space-5) var(--space-5);
        min-width: 0;
      }
      .do {
        padding: var(--space-4) var(--space-5) var(--space-5);
        border-left: 1px solid var(--line);
        background: var(--surface-2);
        display: grid;
        gap: var(--space-4);
        align-content: start;
        min-width: 0;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .actions .end {
        margin-left: auto;
      }
      .sent {
        display: grid;
        gap: var(--space-1);
        font-size: var(--text-s);
      }
      .facts {
        border-top: 1px solid var(--line);
      }
      .who-is {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-2);
      }
      .link {
        border: 0;
        padding: 0;
        min-height: 1.5rem;
        background: none;
        color: var(--accent);
        text-decoration: underline;
        text-underline-offset: 0.18em;
        cursor: pointer;
      }
      @media (max-width: 860px) {
        .body,
        .who {
          grid-template-columns: minmax(0, 1fr);
        }
        .trend {
          max-width: 12rem;
        }
        .side {
          justify-items: start;
          text-align: left;
        }
        .do {
          border-left: 0;
          border-top: 1px solid var(--line);
        }
        .state,
        .who,
        .say,
        .do {
          padding-left: var(--space-4);
          padding-right: var(--space-4);
        }
        .company {
          font-size: var(--text-xl);
        }
        .state .line {
          margin-left: 0;
          text-align: left;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.past = false;
    this.assigning = false;
  }

  connectedCallback() {
    super.connectedCallback();
    const group = 'keys.card';
    this.keep(
      bind('n', 'key.note', group, () => this.#focus('note-editor')),
      bind('h', 'key.handoff', group, () => this.#handoff()),
      bind('k', 'key.customer', group, () => this.#customer()),
      bind('a', 'key.assign', group, () => this.#assign()),
      bind('w', 'key.transfer', group, () => this.#transfer()),
      bind('v', 'key.connect', group, () => this.#connect()),
      bind('z', 'key.back', group, () => this.#back()),
      bind('p', 'key.park', group, () => (this.card.parkedSpace ? this.#fetch() : this.#park())),
      bind('ctrl+enter', 'key.finish', group, () => this.#finish()),
      bind('escape', 'key.leave-field', group, () => {
        if (document.body.hasAttribute('data-dialog')) return false;
        this.focusCard();
        return true;
      }),
      on('handoff', (handoff) => {
        if (handoff.callId !== this.card?.id || !this.past) return;
        this.card = { ...this.card, handoffs: withHandoff(this.card.handoffs, handoff) };
      }),
    );
  }

  willUpdate(changed) {
    if (changed.has('card') && changed.get('card')?.id !== this.card.id) this.assigning = false;
  }

  focusCard() {
    this.renderRoot.querySelector('article').focus();
  }

  #focus(selector) {
    const element = this.renderRoot.querySelector(selector);
    if (!element) return false;
    element.focusField();
    return true;
  }

  #customer() {
    if (!this.card.customer) return false;
    location.hash = href('customers', this.card.customer.partyId);
    return true;
  }

  #assign() {
    if (this.card.caller.kind === 'INTERNAL') return false;
    this.assigning = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector('party-picker')?.focusField());
    return true;
  }

  #handoff() {
    if (!this.card.customer || !store.hasRole('innendienst')) return false;
    this.renderRoot.querySelector('handoff-dialog').show(this.card);
    return true;
  }

  #controls(...states) {
    return store.session.control && !this.past && states.includes(this.card.state) && store.session.extension;
  }

  #hangUp() {
    if (!this.#controls('TALKING', 'DIALLING')) return false;
    return this.#order(() => post(`/calls/${this.card.id}/hang-up`));
  }

  /** Has the telephone system told something, one thing at a time; false when it is about something else already. */
  #order(tell) {
    if (this.busy) return false;
    this.busy = true;
    void tell()
      .catch(toastProblem)
      .finally(() => (this.busy = false));
    return true;
  }

  /** Whether there is somebody who has called and can be passed on, parked or let wait. */
  #hasCaller() {
    return this.#controls('TALKING') && !this.card.outgoing && !this.card.consultation;
  }

  #connect() {
    if (!this.#controls('TALKING') || !this.card.consultation?.reached) return false;
    return this.#order(() => post(`/calls/${this.card.id}/consultation/connect`));
  }

  #back() {
    if (!this.#controls('TALKING') || !this.card.consultation) return false;
    return this.#order(() => del(`/calls/${this.card.id}/consultation`));
  }

  #park() {
    if (!this.#hasCaller()) return false;
    return this.#order(() => post(`/calls/${this.card.id}/park`));
  }

  /** Whether the caller waits to be fetched and the own telephone does not ring for that yet. */
  #fetchable() {
    return this.#controls('WRAP_UP', 'DONE') && this.card.parkedSpace && !this.card.fetching;
  }

  #fetch() {
    if (!this.#fetchable()) return false;
    return this.#order(() => post(`/calls/${this.card.id}/fetch`));
  }

  #transfer() {
    if (!this.#hasCaller()) return false;
    void this.renderRoot.querySelector('transfer-dialog').show(this.card);
    return true;
  }

  async #party(partyId, contactId = null) {
    try {
      this.#apply(await put(`/calls/${this.card.id}/party`, { partyId, contactId }));
      this.assigning = false;
    } catch (problem) {
      toastProblem(problem);
    }
  }

  #apply(card) {
    if (this.past) this.card = card;
    applyCard(card);
  }

  async #finish() {
    const { card } = this;
    if (card.state !== 'WRAP_UP' || this.busy) return false;
    this.busy = true;
    try {
      const form = this.renderRoot.querySelector('wrap-up-form');
      this.#apply(await put(`/calls/${card.id}/wrap-up`, { ...form.value, done: true }));
    } catch (problem) {
      toastProblem(problem);
    } finally {
      this.busy = false;
    }
    return true;
  }

  async #reopen() {
    const { card } = this;
    try {
      this.#apply(
        await put(`/calls/${card.id}/wrap-up`, {
          disposition: card.disposition,
          followUpOn: card.followUpOn,
          done: false,
        }),
      );
    } catch (problem) {
      toastProblem(problem);
    }
  }

  render() {
    const { card } = this;
    const { customer } = card;
    const readOnly = !store.hasRole('innendienst');
    return html`
      <article
        class="panel"
        tabindex="-1"
        aria-labelledby="company"
        data-testid="call-card"
        data-state=${card.state}
        data-caller=${card.caller.kind}
        data-call-id=${card.id}
      >
        ${this.#state()}
        <header class="who">
          ${this.#identity()} ${customer ? html`${this.#trend(customer)} ${this.#side(customer)}` : ''}
          <div class="open">${customer ? this.#openMatters(customer) : ''}</div>
        </header>
        <div class="body">
          <section class="say" aria-label=${t('prompt.title')}>${this.#say()}</section>
          <section class="do" aria-label=${t('wrap-up.title')}>
            <note-editor .card=${card} ?readonly=${readOnly}></note-editor>
            ${readOnly
              ? ''
              : html`<wrap-up-form .card=${card} @card=${(event) => this.#apply(event.detail)}></wrap-up-form>`}
            ${this.#sent()} ${readOnly ? '' : this.#actions()}
          </section>
        </div>
        ${customer ? html`<call-facts class="facts" .customer=${customer}></call-facts>` : ''}
      </article>
      <transfer-dialog></transfer-dialog>
      <handoff-dialog @sent=${(event) => this.#handedOver(event.detail)}></handoff-dialog>
    `;
  }

  #state() {
    const { card } = this;
    const line = [
      card.queue ? t('call.queue', { queue: card.queue }) : card.dialled ? t('call.dialled', { number: card.dialled }) : null,
      card.extension ? t('call.extension', { extension: card.extension }) : null,
    ]
      .filter(Boolean)
      .join(' · ');
    return html`<div class="state">
      <span class="word" data-testid="call-state">
        <sl-icon name=${ICONS[card.state] ?? 'telephone'} aria-hidden="true"></sl-icon>${t(`call.state.${card.state}`)}
      </span>
      ${card.state === 'RINGING' ? html`<elapsed-time .since=${card.ringingSince}></elapsed-time>` : ''}
      ${card.state === 'TALKING' ? html`<elapsed-time .since=${card.answeredAt}></elapsed-time>` : ''}
      ${this.#telephone()} ${card.heldSince
        ? html`<span class="chip" data-testid="call-held">${t('call.held')} <elapsed-time .since=${card.heldSince}></elapsed-time></span>`
        : ''}
      ${this.#asking()}
      ${card.parkedSpace ? html`<span class="chip" data-testid="call-parked">${t('call.parked', { space: card.parkedSpace })}</span>` : ''}
      ${card.parkedSpace && card.fetching
        ? html`<span role="status" data-testid="call-fetching">${t('call.fetching', { extension: store.session?.extension ?? '' })}</span>`
        : ''}
      ${card.state === 'WRAP_UP' || card.state === 'DONE'
        ? html`<span class="num" data-testid="call-ended">${this.#ended()}</span>`
        : ''}
      <bdi class="line">${line}</bdi>
      ${this.#transfers()}
    </div>`;
  }

  /** What can be done with the own telephone. */
  #telephone() {
    if (this.#fetchable()) {
      return html`<span class="telephone">${this.#button('fetch', 'telephone-inbound', 'P', () => this.#fetch())}</span>`;
    }
    if (!this.#controls('TALKING', 'DIALLING')) return '';
    const { consultation } = this.card;
    if (consultation) {
      return html`<span class="telephone">
        ${this.#button('connect', 'people', 'V', () => this.#connect(), !consultation.reached)}
        ${this.#button('back', 'arrow-return-left', 'Z', () => this.#back())}
      </span>`;
    }
    return html`<span class="telephone">
      ${this.#button('hang-up', 'telephone-x', null, () => this.#hangUp())}
      ${this.#hasCaller()
        ? html`${this.#button('transfer', 'arrow-right-circle', 'W', () => this.#transfer())}
          ${this.#button('park', 'p-square', 'P', () => this.#park())}`
        : ''}
    </span>`;
  }

  #button(what, icon, key, act, disabled = false) {
    return html`<button
      class="btn"
      data-testid="call-${what}"
      aria-keyshortcuts=${key?.toLowerCase() ?? nothing}
      ?disabled=${this.busy || disabled}
      @click=${act}
    >
      <sl-icon name=${icon} aria-hidden="true"></sl-icon>${t(what === 'transfer' ? 'call.pass-on' : `call.${what}`)}${key ? html`<kbd aria-hidden="true">${key}</kbd>` : ''}
    </button>`;
  }

  /** Whom he asks while the caller waits. */
  #asking() {
    const { consultation } = this.card;
    if (!consultation) return '';
    return html`<span class="chip" role="status" data-testid="call-consultation" data-reached=${consultation.reached}
      ><bdi
        >${t(consultation.reached ? 'call.asks' : 'call.asks.rings', { with: consultation.with ?? t('call.asks.somebody') })}</bdi
      ></span
    >`;
  }

  /** Who passed the caller on, and to whom: one line each, the latest last. */
  #transfers() {
    const { transfers } = this.card;
    if (!transfers?.length) return '';
    return html`<ol class="transfers" data-testid="call-transfers">
      ${transfers.map(
        (each) => html`<li>
          <sl-icon name="arrow-right-circle" aria-hidden="true"></sl-icon><bdi>${t(
            each.asked ? 'call.transfer.asked' : each.target ? 'call.transfer' : 'call.transfer.somewhere',
            { by: each.by, target: each.target ?? '' },
          )}</bdi>
          <span class="num">${time(each.at)}</span>
        </li>`,
      )}
    </ol>`;
  }

  #ended() {
    const { card } = this;
    if (!card.answeredAt) return t(`cause.${card.endCause ?? 'UNKNOWN'}`);
    return html`${t('call.talked')}
      <elapsed-time .since=${card.answeredAt} .until=${card.talkEndedAt ?? card.endedAt ?? card.answeredAt}></elapsed-time>`;
  }

  #identity() {
    const { card } = this;
    const { customer, caller } = card;
    const name = callerName(card);
    return html`<div>
      <h2 class="company clamp-2" id="company" dir="auto" data-testid="call-company">
        ${customer ? html`<a href=${href('customers', customer.partyId)} dir="auto">${name}</a>` : name}
      </h2>
      <p class="contact clamp-2">
        ${customer?.contact
          ? html`<strong dir="auto" data-testid="call-contact">${customer.contact.name}</strong>${customer.contact.function
                ? html`, <bdi>${customer.contact.function}</bdi>`
                : ''}`
          : customer
            ? html`<span data-testid="call-contact">${t('call.contact-unknown')}</span>`
            : html`<span data-testid="caller-kind">${t(`caller.text.${caller.kind}`)}</span>`}
      </p>
      <p class="small muted clamp-2">
        ${customer ? html`<bdi>${customer.city}</bdi> · <bdi>${pick(customer.industry)}</bdi>` : ''}
        ${caller.display && caller.kind !== 'ANONYMOUS'
          ? html`${customer ? ' · ' : ''}${this.#number()}`
          : ''}
        ${caller.lineName && !sameName(caller.lineName, [name, customer?.contact?.name])
          ? html` · ${t('call.line-name')} <bdi>${caller.lineName}</bdi>`
          : ''}
        ${customer && caller.kind !== 'INTERNAL' && store.hasRole('innendienst')
          ? html` ·
              <button class="link" data-testid="party-change" @click=${() => this.#assign()}>${t('party.change')}</button>`
          : ''}
      </p>
      ${this.#assignment()}
    </div>`;
  }

  #number() {
    const { caller, customer } = this.card;
    const shown = html`<bdi class="num" data-testid="call-number">${caller.display}</bdi>`;
    if (!store.session.control || caller.kind === 'INTERNAL' || !['WRAP_UP', 'DONE'].includes(this.card.state)) return shown;
    return html`<a
      href="tel:${caller.number}"
      data-testid="call-number-dial"
      data-party=${customer?.partyId ?? ''}
      data-contact=${customer?.contact?.id ?? ''}
      data-who=${callerName(this.card)}
      >${shown}</a
    >`;
  }

  /** How the customer got onto the card, where a person had a hand in it, and the way back. */
  #assignment() {
    const { card } = this;
    if (card.caller.kind === 'INTERNAL' || !store.hasRole('innendienst')) return '';
    const chosen = card.customer && card.caller.kind !== 'KNOWN' && card.caller.kind !== 'COMPANY';
    return html`<div class="who-is">
      ${chosen
        ? html`<button class="btn" data-testid="party-undo" @click=${() => this.#party(null)}>
            <sl-icon name="arrow-counterclockwise" aria-hidden="true"></sl-icon>${t('party.undo')}
          </button>`
        : ''}
      ${!card.customer && !this.assigning
        ? html`<button class="btn" data-testid="party-assign" @click=${() => this.#assign()}>
            <sl-icon name="person-plus" aria-hidden="true"></sl-icon>${t('party.assign')}
          </button>`
        : ''}
    </div>`;
  }

  #trend({ value, trend }) {
    if (!value || !trend) return html`<div></div>`;
    const before = value.revenuePrevious12m;
    const change = before > 0 ? (value.revenue12m - before) / before : null;
    return html`<div class="trend">
      <p class="num" data-testid="fact-revenue">
        <strong>${money(value.revenue12m)}</strong>
        ${change === null
          ? ''
          : html`<span class=${change < 0 ? 'down' : 'up'}
              >${change > 0 ? '+' : ''}${percent(change)}<span class="sr"> ${t('facts.previous')}</span></span
            >`}
      </p>
      <revenue-sparkline .months=${trend.months} .revenue=${trend.revenue}></revenue-sparkline>
      <p>${t('facts.months12')}</p>
    </div>`;
  }

  #side(customer) {
    const { segment, owner } = customer;
    return html`<div class="side">
      ${segment
        ? html`<span class="segment" data-testid="call-segment">
            <span class="class"><span class="sr">${t('segment.class')} </span>${segment.valueClass}</span>
            <span class="words">${pick(segment.words)}</span>
          </span>
          ${customer.phaseReason ? html`<p class="muted">${pick(customer.phaseReason)}</p>` : ''}`
        : ''}
      <p class="owner" data-testid="call-owner">
        ${owner
          ? html`${t('owner')} <strong dir="auto">${owner.name}</strong>${owner.absent
                ? html`, ${t('owner.absent')}${owner.deputy
                      ? html` – ${t('owner.deputy')} <strong dir="auto">${owner.deputy.name}</strong>`
                      : ''}`
                : ''}`
          : t('owner.none')}
      </p>
    </div>`;
  }

  #openMatters(customer) {
    const complaints = (customer.complaints ?? []).filter((complaint) => !complaint.solvedOn);
    const quotes = customer.quotes ?? [];
    const handoffs = customer.handoffs ?? [];
    const due = (customer.arrangements ?? []).filter((each) => each.dueOn && daysFromToday(each.dueOn) <= 7);
    const total = quotes.reduce((sum, quote) => sum + (quote.amount ?? 0), 0);
    const rhythm = customer.rhythm;
    return html`
      ${complaints.length
        ? html`<span class="chip bad" data-testid="open-complaints"
            ><sl-icon name="exclamation-octagon-fill" aria-hidden="true"></sl-icon>${t('open.complaints', {
              n: complaints.length,
            })}</span
          >`
        : ''}
      ${customer.paymentBlocked
        ? html`<span class="chip bad" data-testid="open-blocked"
            ><sl-icon name="slash-circle" aria-hidden="true"></sl-icon>${t('open.blocked')}</span
          >`
        : ''}
      ${rhythm?.unusual
        ? html`<span class="chip warn" data-testid="open-rhythm"
            ><sl-icon name="clock-history" aria-hidden="true"></sl-icon>${pick(rhythm.words)}</span
          >`
        : ''}
      ${quotes.length
        ? html`<span class="chip accent" data-testid="open-quotes"
            ><sl-icon name="file-earmark-text" aria-hidden="true"></sl-icon>${t('open.quotes', {
              n: quotes.length,
              amount: money(total),
            })}</span
          >`
        : ''}
      ${handoffs.length
        ? html`<span class="chip wrap" data-testid="open-handoffs"
            ><sl-icon name="send" aria-hidden="true"></sl-icon>${t('open.handoffs', { n: handoffs.length })}</span
          >`
        : ''}
      ${due.map(
        (each) =>
          html`<span class="chip warn"
            ><sl-icon name="calendar-event" aria-hidden="true"></sl-icon>${t(`arrangement.${each.kind}`)}
            ${relativeDay(each.dueOn)}</span
          >`,
      )}
      ${complaints.length + quotes.length + handoffs.length + due.length === 0 && !rhythm?.unusual
        ? html`<span class="chip"><sl-icon name="check2" aria-hidden="true"></sl-icon>${t('open.nothing')}</span>`
        : ''}
    `;
  }

  #say() {
    const { card } = this;
    if (this.assigning) {
      return html`<party-picker
        ?assigned=${card.customer !== null && card.customer !== undefined}
        @undo=${() => this.#party(null)}
        @pick=${(event) => this.#party(event.detail.partyId, event.detail.contactId)}
        @cancel=${() => (this.assigning = false)}
      ></party-picker>`;
    }
    if (!card.customer && card.candidates?.length) {
      return html`<candidate-chooser
        .candidates=${card.candidates}
        @pick=${(event) => this.#party(event.detail.partyId, event.detail.contactId)}
      ></candidate-chooser>`;
    }
    if (!card.customer && card.caller.kind === 'INTERNAL') {
      return html`<p class="empty">${t('caller.internal.help')}</p>`;
    }
    if (!card.customer) {
      return html`${card.caller.kind === 'ANONYMOUS' ? html`<p class="alert info">${t('caller.anonymous.help')}</p>` : ''}
        <lead-form .card=${card} @card=${(event) => this.#apply(event.detail)}></lead-form>`;
    }
    return html`<prompt-list
      .card=${card}
      @answered=${(event) => this.#answered(event.detail)}
    ></prompt-list>`;
  }

  #answered(prompt) {
    const prompts = (this.card.prompts ?? []).map((each) => (each.id === prompt.id ? prompt : each));
    // Same revision: the stream will bring the next one, and this one must not hold it off.
    this.#apply({ ...this.card, prompts });
  }

  #sent() {
    const handoffs = this.card.handoffs ?? [];
    if (handoffs.length === 0) return '';
    return html`<ul class="sent" data-testid="call-handoffs">
      ${handoffs.map(
        (handoff) => html`<li class="alert info">
          <sl-icon name="send-check" aria-hidden="true"></sl-icon>
          <span
            >${t('handoff.sent-to')} <a href=${href('handoffs', handoff.id)} dir="auto">${handoff.recipient.name}</a> ·
            ${t(`handoff.state.${handoff.state}`)} · ${t('handoff.due')} ${day(handoff.dueOn)}</span
          >
        </li>`,
      )}
    </ul>`;
  }

  #handedOver(handoff) {
    this.#apply({ ...this.card, handoffs: withHandoff(this.card.handoffs, handoff) });
  }

  #actions() {
    const { card } = this;
    return html`<div class="actions">
      ${card.customer
        ? html`<button
            class="btn"
            data-testid="handoff-open"
            aria-keyshortcuts="h"
            @click=${() => this.#handoff()}
          >
            <sl-icon name="send" aria-hidden="true"></sl-icon>${t('handoff.open')}<kbd aria-hidden="true">H</kbd>
          </button>`
        : ''}
      ${card.state === 'WRAP_UP'
        ? html`<button
            class="btn primary end"
            data-testid="call-finish"
            ?disabled=${this.busy}
            aria-keyshortcuts="Control+Enter"
            @click=${() => this.#finish()}
          >
            <sl-icon name="check2" aria-hidden="true"></sl-icon>${t('wrap-up.finish')}
          </button>`
        : ''}
      ${card.state === 'DONE'
        ? html`<button class="btn end" data-testid="call-reopen" @click=${() => this.#reopen()}>
              <sl-icon name="arrow-counterclockwise" aria-hidden="true"></sl-icon>${t('wrap-up.reopen')}
            </button>
            ${this.past
              ? ''
              : html`<button class="btn primary" data-testid="call-dismiss" @click=${() => dismissCard(card.id)}>
                  ${t('action.close')}
                </button>`}`
        : ''}
    </div>`;
  }
}

/** Whether what the line shows tells nothing new. */
function sameName(lineName, known) {
  const plain = (text) => (text ?? '').toLowerCase().replace(/[^\p{L}\d]/gu, '');
  return known.some((name) => plain(name).includes(plain(lineName)));
}

customElements.define('call-card', CallCard);

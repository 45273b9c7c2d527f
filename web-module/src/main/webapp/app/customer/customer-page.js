import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { day, money, moneyExact, number, percent, pick, relativeDay, t } from '../i18n.js';
import { get } from '../api.js';
import { href } from '../router.js';
import { store } from '../store.js';
import './customer-history.js';
import './order-timeline.js';

const ORDERS_SHOWN = 8;

/** All that is known of one customer. */
export class CustomerPage extends ZurufElement {
  static properties = {
    partyId: { type: Number },
    customer: { state: true },
    problem: { state: true },
    allOrders: { state: true },
    openOrder: { state: true },
  };

  static styles = [
    ...ZurufElement.styles,
    css`
      .page {
        max-width: 84rem;
        margin: 0 auto;
        padding: var(--space-5) var(--space-5) 5rem;
        display: grid;
        grid-template-columns: minmax(0, 1fr) 21rem;
        gap: var(--space-4);
        align-items: start;
      }
      header {
        grid-column: 1 / -1;
        display: flex;
        justify-content: space-between;
        gap: var(--space-4);
        align-items: start;
        flex-wrap: wrap;
      }
      header > div {
        min-width: 0;
        max-width: 100%;
      }
      h1 {
        font-size: var(--text-2xl);
        letter-spacing: -0.025em;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-2);
      }
      .main,
      .side {
        display: grid;
        gap: var(--space-4);
        min-width: 0;
      }
      section {
        padding: var(--space-4);
        min-width: 0;
      }
      section h2 {
        margin-bottom: var(--space-2);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, auto) minmax(0, 1fr);
        gap: 0.35rem var(--space-3);
        font-size: var(--text-s);
      }
      dt {
        color: var(--ink-3);
      }
      dd {
        text-align: right;
        font-weight: 550;
      }
      .people {
        display: grid;
        gap: var(--space-3);
        font-size: var(--text-s);
      }
      .people strong {
        font-weight: 600;
        font-size: var(--text-m);
      }
      .people .away {
        opacity: 0.7;
      }
      .tel {
        display: inline-flex;
        align-items: center;
        gap: 0.35rem;
        margin-right: var(--space-3);
        min-height: 1.5rem;
      }
      .scroll {
        overflow-x: auto;
        margin: 0 calc(-1 * var(--space-4));
      }
      .scroll table {
        min-width: 30rem;
      }
      .scroll :is(th, td):first-child {
        padding-left: var(--space-4);
      }
      td .btn {
        min-height: 1.75rem;
        padding: 0 0.4rem;
      }
      .lines td {
        background: var(--surface-2);
        color: var(--ink-2);
      }
      ul.items {
        display: grid;
        gap: var(--space-2);
        font-size: var(--text-s);
      }
      .items li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 var(--space-3);
      }
      .items .when {
        color: var(--ink-3);
      }
      @media (max-width: 1000px) {
        .page {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (max-width: 760px) {
        .page {
          padding: var(--space-3) var(--space-3) 5rem;
        }
        h1 {
          font-size: var(--text-xl);
        }
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('partyId')) void this.#load();
  }

  async #load() {
    const id = this.partyId;
    this.customer = null;
    this.problem = null;
    this.allOrders = false;
    this.openOrder = null;
    try {
      const customer = await get(`/customers/${id}`);
      if (id === this.partyId) this.customer = customer;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    if (this.problem) {
      return html`<div class="page">
        <div class="alert" role="alert">
          <sl-icon name="exclamation-triangle" aria-hidden="true"></sl-icon><span>${this.problem.message}</span>
        </div>
        <p><a href=${href('customers')}>${t('search.title')}</a></p>
      </div>`;
    }
    const { customer } = this;
    if (!customer) {
      return html`<div class="page" aria-busy="true">
        <div class="main">
          <div class="skeleton" style="height: 3rem; width: 60%"></div>
          <div class="skeleton" style="height: 18rem"></div>
        </div>
        <div class="skeleton" style="height: 18rem"></div>
      </div>`;
    }
    return html`<div class="page" data-testid="customer-page" data-party-id=${customer.partyId}>
      ${this.#head(customer)}
      <div class="main">
        ${this.#timeline(customer)}
        <section class="panel" aria-labelledby="history">
          <h2 id="history">${t('customer.history')}</h2>
          <customer-history .entries=${customer.history ?? []}></customer-history>
        </section>
        ${this.#orders(customer)}
      </div>
      <div class="side">
        ${this.#figures(customer)} ${this.#open(customer)} ${this.#people(customer)} ${this.#address(customer)}
      </div>
    </div>`;
  }

  #head(customer) {
    const { segment, owner } = customer;
    return html`<header>
      <div>
        <h1 class="clamp-2" dir="auto" data-testid="customer-company">${customer.company}</h1>
        <p class="muted clamp-2"><bdi>${customer.city}</bdi> · <bdi>${pick(customer.industry)}</bdi> · ${customer.crmId}</p>
        <div class="chips">
          ${segment
            ? html`<span class="chip accent">${t('segment.class')} ${segment.valueClass}</span
                ><span class="chip">${pick(segment.words)}</span>`
            : ''}
          ${customer.paymentBlocked ? html`<span class="chip bad">${t('open.blocked')}</span>` : ''}
          <span class="chip"
            ><sl-icon name="person" aria-hidden="true"></sl-icon
            ><span class="clip">${owner
              ? html`${t('owner')} <bdi>${owner.name}</bdi>${owner.absent && owner.deputy
                    ? html` (${t('owner.absent')}, ${t('owner.deputy')} <bdi>${owner.deputy.name}</bdi>)`
                    : ''}`
              : t('owner.none')}</span></span
          >
          ${store.hasRole('innendienst', 'aussendienst', 'supervisor')
            ? html`<a class="small" href=${href('coverage', null, { party: customer.partyId })} data-testid="customer-responsible"
                >${t('coverage.who-on')}</a
              >`
            : ''}
        </div>
      </div>
      ${customer.crmLink
        ? html`<a class="btn" href=${customer.crmLink} target="_blank" rel="noopener noreferrer"
            ><sl-icon name="box-arrow-up-right" aria-hidden="true"></sl-icon>${t('customer.crm')}</a
          >`
        : ''}
    </header>`;
  }

  #timeline(customer) {
    if (!customer.monthly?.revenue?.length) return '';
    return html`<section class="panel" aria-labelledby="timeline">
      <h2 id="timeline">${t('customer.timeline')}</h2>
      <order-timeline .monthly=${customer.monthly} .orders=${customer.orders ?? []}></order-timeline>
    </section>`;
  }

  #figures(customer) {
    const { value, rhythm } = customer;
    return html`<section class="panel" aria-labelledby="figures">
      <h2 id="figures">${t('facts.value')}</h2>
      <dl class="num">
        <dt>${t('facts.revenue12m')}</dt>
        <dd>${money(value?.revenue12m)}</dd>
        <dt>${t('customer.previous')}</dt>
        <dd>${money(value?.revenuePrevious12m)}</dd>
        <dt>${t('facts.margin')}</dt>
        <dd>${money(value?.margin12m)}</dd>
        ${value?.potential
          ? html`<dt>${t('facts.wallet')}</dt>
              <dd>${percent(value.shareOfWallet)} ${t('facts.of')} ${money(value.potential)}</dd>`
          : ''}
        ${rhythm
          ? html`<dt>${t('facts.rhythm')}</dt>
              <dd>${t('facts.rhythm.value', { days: rhythm.usualDays, spread: rhythm.spreadDays })}</dd>
              <dt>${t('facts.last-order')}</dt>
              <dd>${relativeDay(rhythm.lastOrderOn)}</dd>`
          : ''}
      </dl>
    </section>`;
  }

  #open(customer) {
    const complaints = customer.complaints ?? [];
    const items = [
      ...complaints.map((each) => [
        `${t('open.complaint')} ${each.id}`,
        each.subject,
        each.solvedOn ? t('customer.solved', { day: day(each.solvedOn) }) : day(each.openedOn),
      ]),
      ...(customer.quotes ?? []).map((each) => [`${t('open.quote')} ${each.id}`, each.subject, money(each.amount)]),
      ...(customer.arrangements ?? []).map((each) => [
        t(`arrangement.${each.kind}`),
        each.text,
        each.dueOn ? day(each.dueOn) : '',
      ]),
    ];
    return html`<section class="panel" aria-labelledby="open">
      <h2 id="open">${t('facts.open')}</h2>
      ${items.length + (customer.handoffs?.length ?? 0) === 0
        ? html`<p class="small muted">${t('open.nothing')}</p>`
        : html`<ul class="items">
            ${items.map(
              ([what, text, side]) => html`<li>
                <span>${what}</span><span class="when num">${side}</span>
                <span class="muted clamp-2" dir="auto">${text}</span>
              </li>`,
            )}
            ${(customer.handoffs ?? []).map(
              (each) => html`<li>
                <a href=${href('handoffs', each.id)}>${t('open.handoff')}: ${t(`handoff.state.${each.state}`)}</a
                ><span class="when num">${day(each.dueOn)}</span>
                <span class="muted clamp-2" dir="auto">${each.wanted}</span>
              </li>`,
            )}
          </ul>`}
    </section>`;
  }

  #tel(each, contact = null) {
    const { partyId, company } = this.customer;
    return html`<a
      class="tel num"
      href="tel:${each.number}"
      data-testid="customer-dial"
      data-party=${partyId}
      data-contact=${contact?.id ?? ''}
      data-who=${contact ? `${contact.name}, ${company}` : company}
      ><sl-icon name="telephone" aria-hidden="true"></sl-icon><bdi>${each.display}</bdi></a
    >`;
  }

  #people(customer) {
    return html`<section class="panel" aria-labelledby="people">
      <h2 id="people">${t('customer.people')}</h2>
      ${customer.contacts?.length
        ? html`<ul class="people">
            ${customer.contacts.map(
              (contact) => html`<li class=${contact.active === false ? 'away' : ''}>
                <strong class="clamp-2" dir="auto">${contact.name}</strong>
                <p class="muted">
                  <span class="clamp-2" dir="auto">${contact.function ?? ''}</span>
                  ${contact.active === false ? html`<span class="chip">${t('customer.former')}</span>` : ''}
                </p>
                ${(contact.numbers ?? []).map((each) => this.#tel(each, contact))}
                ${contact.email ? html`<a href="mailto:${contact.email}"><bdi>${contact.email}</bdi></a>` : ''}
              </li>`,
            )}
          </ul>`
        : html`<p class="small muted">${t('customer.no-people')}</p>`}
    </section>`;
  }

  #address(customer) {
    const { address } = customer;
    return html`<section class="panel small" aria-labelledby="address">
      <h2 id="address">${t('customer.address')}</h2>
      ${address
        ? html`<p dir="auto">${address.street}</p>
            <p dir="auto">${address.postcode} ${address.city}</p>`
        : ''}
      ${(customer.numbers ?? []).map((each) => this.#tel(each))}
    </section>`;
  }

  #orders(customer) {
    const orders = customer.orders ?? [];
    const shown = this.allOrders ? orders : orders.slice(0, ORDERS_SHOWN);
    return html`<section class="panel" aria-labelledby="orders">
      <h2 id="orders">${t('customer.orders')}</h2>
      ${orders.length === 0
        ? html`<p class="small muted">${t('customer.no-orders')}</p>`
        : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="orders">
              <table>
                <thead>
                  <tr>
                    <th>${t('customer.order')}</th>
                    <th>${t('customer.day')}</th>
                    <th>${t('customer.status')}</th>
                    <th class="r">${t('customer.amount')}</th>
                    <th><span class="sr">${t('customer.lines')}</span></th>
                  </tr>
                </thead>
                <tbody>
                  ${shown.map((order) => this.#order(order))}
                </tbody>
              </table>
            </div>
            ${shown.length < orders.length
              ? html`<button class="btn ghost" @click=${() => (this.allOrders = true)}>
                  ${t('customer.all-orders', { n: orders.length })}
                </button>`
              : ''}`}
    </section>`;
  }

  #order(order) {
    const open = this.openOrder === order.id;
    return html`<tr>
        <td>${order.id}</td>
        <td>${day(order.orderedOn)}</td>
        <td>${t(`order.${order.status}`)}</td>
        <td class="r">${moneyExact(order.amount)}</td>
        <td class="r">
          <button
            class="btn ghost"
            aria-expanded=${open ? 'true' : 'false'}
            aria-label=${t('customer.lines-of', { order: order.id })}
            @click=${() => (this.openOrder = open ? null : order.id)}
          >
            <sl-icon name=${open ? 'chevron-up' : 'chevron-down'} aria-hidden="true"></sl-icon>
          </button>
        </td>
      </tr>
      ${open
        ? (order.lines ?? []).map(
            (line) => html`<tr class="lines">
              <td colspan="2" dir="auto">${line.product}</td>
              <td dir="auto">${line.group}</td>
              <td class="r">${number(line.quantity)} × · ${moneyExact(line.amount)}</td>
              <td></td>
            </tr>`,
          )
        : ''}`;
  }
}

customElements.define('customer-page', CustomerPage);

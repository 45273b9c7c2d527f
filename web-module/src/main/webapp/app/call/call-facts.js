import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { day, money, percent, pick, relativeDay, t } from '../i18n.js';
import { href } from '../router.js';

const CHANNEL_ICONS = { CALL: 'telephone', VISIT: 'geo-alt', MAIL: 'envelope', FAIR: 'shop', SHOP: 'cart' };

/** The level below the first glance: value and trend, what is open, the last contacts. */
export class CallFacts extends ZurufElement {
  static properties = { customer: {} };

  static styles = [
    ...ZurufElement.styles,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }
      section {
        padding: var(--space-4) var(--space-5);
        min-width: 0;
      }
      section + section {
        border-left: 1px solid var(--line);
      }
      .figure {
        font-size: var(--text-xl);
        font-weight: 650;
        letter-spacing: -0.02em;
        line-height: 1.3;
      }
      .delta {
        font-size: var(--text-s);
        font-weight: 550;
        letter-spacing: 0;
        margin-left: 0.35rem;
      }
      .down {
        color: var(--bad-ink);
      }
      .up {
        color: var(--talk-ink);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.125rem var(--space-3);
        font-size: var(--text-s);
        margin-top: var(--space-2);
      }
      dt {
        color: var(--ink-3);
      }
      dd {
        text-align: right;
        font-weight: 550;
      }
      ul {
        display: grid;
        gap: var(--space-2);
        margin-top: var(--space-2);
        font-size: var(--text-s);
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0.1rem var(--space-2);
        align-items: baseline;
      }
      li sl-icon {
        align-self: center;
        color: var(--ink-3);
      }
      li .by {
        color: var(--ink-3);
        white-space: nowrap;
      }
      @media (max-width: 860px) {
        .grid {
          grid-template-columns: minmax(0, 1fr);
        }
        section {
          padding: var(--space-4);
        }
        section + section {
          border-left: 0;
          border-top: 1px solid var(--line);
        }
      }
    `,
  ];

  render() {
    const { customer } = this;
    const { value, rhythm } = customer;
    const change =
      value?.revenuePrevious12m > 0 ? (value.revenue12m - value.revenuePrevious12m) / value.revenuePrevious12m : null;
    return html`<div class="grid">
      <section aria-label=${t('facts.value')}>
        <h3>${t('facts.revenue12m')}</h3>
        <p class="figure num">
          ${money(value?.revenue12m)}
          ${change === null
            ? ''
            : html`<span class="delta ${change < 0 ? 'down' : 'up'}"
                >${change > 0 ? '+' : ''}${percent(change)} <span class="muted">${t('facts.previous')}</span></span
              >`}
        </p>
        <dl class="num">
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
                <dd class=${rhythm.unusual ? 'down' : ''}>
                  ${t('time.days-ago', { n: rhythm.daysSinceLast })}
                </dd>`
            : ''}
        </dl>
      </section>
      <section aria-label=${t('facts.open')}>
        <h3>${t('facts.open')}</h3>
        ${this.#open()}
      </section>
      <section aria-label=${t('facts.contacts')}>
        <h3>${t('facts.contacts')}</h3>
        ${customer.lastContacts?.length
          ? html`<ul data-testid="last-contacts">
              ${customer.lastContacts.map(
                (each) => html`<li>
                  <sl-icon name=${CHANNEL_ICONS[each.channel] ?? 'chat'} label=${t(`channel.${each.channel}`)}></sl-icon>
                  <span class="clamp-2" dir="auto">${each.summary}</span>
                  <span class="by">${relativeDay(each.on)}</span>
                </li>`,
              )}
            </ul>`
          : html`<p class="small muted">${t('facts.no-contacts')}</p>`}
      </section>
    </div>`;
  }

  #open() {
    const { customer } = this;
    const complaints = (customer.complaints ?? []).filter((each) => !each.solvedOn);
    const items = [
      ...complaints.map((each) => ({
        icon: 'exclamation-octagon',
        text: each.subject,
        side: relativeDay(each.openedOn),
        word: t('open.complaint'),
      })),
      ...(customer.quotes ?? []).map((each) => ({
        icon: 'file-earmark-text',
        text: `${each.id} ${each.subject}`,
        side: `${money(each.amount)}, ${t('time.days', { n: each.daysOpen })}`,
        word: t('open.quote'),
      })),
      ...(customer.handoffs ?? []).map((each) => ({
        icon: 'send',
        text: each.wanted,
        side: `${t(`handoff.state.${each.state}`)}`,
        word: t('open.handoff'),
        link: href('handoffs', each.id),
      })),
      ...(customer.arrangements ?? []).map((each) => ({
        icon: 'calendar-event',
        text: each.text,
        side: each.dueOn ? day(each.dueOn) : '',
        word: t(`arrangement.${each.kind}`),
      })),
    ];
    if (items.length === 0) return html`<p class="small muted">${t('open.nothing')}</p>`;
    return html`<ul data-testid="open-matters">
      ${items.map(
        (item) => html`<li>
          <sl-icon name=${item.icon} label=${item.word}></sl-icon>
          ${item.link
            ? html`<a class="clamp-2" href=${item.link} dir="auto">${item.text}</a>`
            : html`<span class="clamp-2" dir="auto">${item.text}</span>`}
          <span class="by num">${item.side}</span>
        </li>`,
      )}
    </ul>`;
  }
}

customElements.define('call-facts', CallFacts);

import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { day, localDay, pick, t } from '../i18n.js';
import { get, query } from '../api.js';
import { href, replace } from '../router.js';
import '../customer/customer-finder.js';

/** Who is responsible for a customer on a day, and why. Customer and day stand in the address. */
export class ResponsiblePanel extends ZurufElement {
  static properties = { page: {}, answer: { state: true }, problem: { state: true } };

  static styles = [
    ...ZurufElement.styles,
    css`
      section {
        padding: var(--space-4);
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      .asked {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        align-items: end;
      }
      .asked .field {
        width: 11rem;
      }
      .customer {
        flex: 1 1 14rem;
        min-width: 0;
      }
      .customer strong {
        display: block;
      }
      li {
        display: grid;
        grid-template-columns: 7rem minmax(0, 1fr);
        gap: 0 var(--space-3);
        padding: var(--space-2) 0;
        border-top: 1px solid var(--line);
        font-size: var(--text-s);
      }
      li > :first-child {
        color: var(--ink-3);
      }
      .because {
        display: block;
        color: var(--ink-2);
      }
    `,
  ];

  #turn = 0;

  get #party() {
    return this.page.params.get('party');
  }

  get #on() {
    return this.page.params.get('on') || localDay();
  }

  willUpdate(changed) {
    if (changed.has('page')) void this.#load();
  }

  async #load() {
    const turn = ++this.#turn;
    const partyId = this.#party;
    this.problem = null;
    if (!partyId) {
      this.answer = null;
      return;
    }
    try {
      const answer = await get(`/coverage/responsible${query({ partyId, on: this.#on })}`);
      if (turn === this.#turn) this.answer = answer;
    } catch (problem) {
      if (turn === this.#turn) {
        this.problem = problem;
        this.answer = null;
      }
    }
  }

  #ask(party, on = this.#on) {
    replace('coverage', null, { party, on: on === localDay() ? null : on });
  }

  render() {
    return html`<section class="panel" aria-labelledby="title" data-testid="responsible">
      <h2 id="title">${t('coverage.responsible')}</h2>
      ${this.#party ? this.#asked() : html`<customer-finder @pick=${(event) => this.#ask(event.detail.partyId)}></customer-finder>`}
      <div aria-live="polite">
        ${this.problem ? html`<p class="alert warn">${this.problem.message}</p>` : ''} ${this.answer ? this.#answer() : ''}
      </div>
    </section>`;
  }

  #asked() {
    return html`<div class="asked">
      <div class="customer">
        ${this.answer
          ? html`<strong dir="auto">${this.answer.company}</strong
              ><a class="small" href=${href('customers', this.answer.partyId)}>${t('coverage.to-customer')}</a>`
          : ''}
      </div>
      <div class="field">
        <label for="on">${t('coverage.on')}</label>
        <input
          id="on"
          type="date"
          .value=${this.#on}
          data-testid="responsible-on"
          @change=${(event) => event.target.value && this.#ask(this.#party, event.target.value)}
        />
      </div>
      <button class="btn" data-testid="responsible-other" @click=${() => this.#ask(null)}>${t('coverage.other-customer')}</button>
    </div>`;
  }

  #answer() {
    const { answer } = this;
    return html`<p class="small muted">${t('coverage.by-segment', { name: answer.segment, day: day(answer.on) })}</p>
      <ul>
        ${answer.roles.map(
          (each) => html`<li data-testid="responsible-role" data-role=${each.role} data-person=${each.person?.id ?? ''}>
            <span>${t(`coverage.role.${each.role}`)}</span>
            <span
              ><strong dir="auto">${each.person?.name ?? t('coverage.nobody')}</strong>
              <span class="because" dir="auto">${pick(each.because)}</span></span
            >
          </li>`,
        )}
      </ul>
      ${answer.roles.length === 0 ? html`<p class="small">${t('coverage.no-roles')}</p>` : ''}`;
  }
}

customElements.define('responsible-panel', ResponsiblePanel);

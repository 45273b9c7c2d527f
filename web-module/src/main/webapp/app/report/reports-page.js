import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { addDays, asDate, localDay, t } from '../i18n.js';
import { get, query } from '../api.js';
import { replace } from '../router.js';
import './calls-report.js';
import './handoffs-report.js';
import './prompts-report.js';

const INTERVALS = ['hour', 'day', 'week'];

function monday(day) {
  const date = asDate(day);
  return addDays(day, -((date.getDay() + 6) % 7));
}

const PRESETS = {
  today: () => ({ from: localDay(), to: localDay(), interval: 'hour' }),
  week: () => ({ from: monday(localDay()), to: localDay(), interval: 'day' }),
  '30days': () => ({ from: addDays(localDay(), -29), to: localDay(), interval: 'day' }),
  quarter: () => ({ from: addDays(localDay(), -90), to: localDay(), interval: 'week' }),
};

/** The supervisor's page. All filters are in the address, so a view can be kept and passed on. */
export class ReportsPage extends ZurufElement {
  static properties = {
    page: {},
    calls: { state: true },
    prompts: { state: true },
    handoffs: { state: true },
    problem: { state: true },
    loading: { state: true },
  };

  static styles = [
    ...ZurufElement.styles,
    css`
      .page {
        max-width: 90rem;
        margin: 0 auto;
        padding: var(--space-5) var(--space-5) 5rem;
        display: grid;
        gap: var(--space-4);
      }
      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        align-items: end;
        padding: var(--space-3) var(--space-4);
      }
      .filters .field {
        width: 10.5rem;
      }
      .presets {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        align-self: end;
      }
      .head {
        display: flex;
        justify-content: space-between;
        gap: var(--space-4);
        flex-wrap: wrap;
        align-items: baseline;
      }
      .busy {
        opacity: 0.6;
      }
      @media (max-width: 760px) {
        .page {
          padding: var(--space-3) var(--space-3) 5rem;
        }
        .filters .field {
          width: calc(50% - var(--space-3) / 2);
        }
      }
    `,
  ];

  #turn = 0;

  get filters() {
    const params = this.page.params;
    const preset = PRESETS['30days']();
    return {
      from: params.get('from') ?? preset.from,
      to: params.get('to') ?? preset.to,
      interval: INTERVALS.includes(params.get('interval')) ? params.get('interval') : preset.interval,
      queue: params.get('queue') ?? '',
      team: params.get('team') ?? '',
    };
  }

  willUpdate(changed) {
    if (changed.has('page')) void this.#load();
  }

  async #load() {
    const turn = ++this.#turn;
    const { interval, ...filters } = this.filters;
    if (filters.from > filters.to) {
      this.problem = { message: t('reports.order') };
      return;
    }
    this.loading = true;
    this.problem = null;
    try {
      const [calls, prompts, handoffs] = await Promise.all([
        get(`/reports/calls${query({ ...filters, interval })}`),
        get(`/reports/prompts${query(filters)}`),
        get(`/reports/handoffs${query(filters)}`),
      ]);
      if (turn !== this.#turn) return;
      this.calls = calls;
      this.prompts = prompts;
      this.handoffs = handoffs;
    } catch (problem) {
      if (turn === this.#turn) this.problem = problem;
    } finally {
      if (turn === this.#turn) this.loading = false;
    }
  }

  #filter(part) {
    replace('reports', null, { ...this.filters, ...part });
  }

  render() {
    const filters = this.filters;
    const { interval, ...shared } = filters;
    return html`<div class="page" data-testid="reports-page">
      <div class="head">
        <h1>${t('page.reports')}</h1>
        <p class="small muted">
          ${t('reports.privacy', { n: this.calls?.minimumGroup ?? 5 })}
        </p>
      </div>
      ${this.#filters(filters)}
      <div role="alert">
        ${this.problem
          ? html`<div class="alert">
              <sl-icon name="exclamation-triangle" aria-hidden="true"></sl-icon><span>${this.problem.message}</span>
            </div>`
          : ''}
      </div>
      <div class=${this.loading ? 'busy' : ''} aria-busy=${this.loading ? 'true' : 'false'} style="display: grid; gap: 1rem">
        ${this.calls
          ? html`<calls-report
                .report=${this.calls}
                .interval=${interval}
                .csv=${`/reports/calls.csv${query(filters)}`}
              ></calls-report>
              <prompts-report .report=${this.prompts} .csv=${`/reports/prompts.csv${query(shared)}`}></prompts-report>
              <handoffs-report .report=${this.handoffs} .csv=${`/reports/handoffs.csv${query(shared)}`}></handoffs-report>`
          : this.problem
            ? ''
            : html`<div class="skeleton" style="height: 20rem"></div>
                <div class="skeleton" style="height: 16rem"></div>`}
      </div>
    </div>`;
  }

  #filters(filters) {
    const queues = this.calls?.queues ?? [];
    const teams = this.calls?.teams ?? [];
    const select = (name, values, text) => html`<div class="field">
      <label for=${name}>${text}</label>
      <select id=${name} data-testid="filter-${name}" @change=${(event) => this.#filter({ [name]: event.target.value })}>
        <option value="" ?selected=${!filters[name]}>${t('reports.all')}</option>
        ${values.map((value) => html`<option value=${value} ?selected=${filters[name] === value}>${value}</option>`)}
      </select>
    </div>`;
    const date = (name, text) => html`<div class="field">
      <label for=${name}>${text}</label>
      <input
        id=${name}
        type="date"
        max=${localDay()}
        .value=${filters[name]}
        data-testid="filter-${name}"
        @change=${(event) => event.target.value && this.#filter({ [name]: event.target.value })}
      />
    </div>`;
    return html`<form class="filters panel" @submit=${(event) => event.preventDefault()} aria-label=${t('reports.filter')}>
      ${date('from', t('reports.from'))} ${date('to', t('reports.to'))}
      <div class="field">
        <label for="interval">${t('reports.interval')}</label>
        <select
          id="interval"
          data-testid="filter-interval"
          @change=${(event) => this.#filter({ interval: event.target.value })}
        >
          ${INTERVALS.map(
            (interval) =>
              html`<option value=${interval} ?selected=${filters.interval === interval}>${t(`interval.${interval}`)}</option>`,
          )}
        </select>
      </div>
      ${select('queue', queues, t('reports.queue'))} ${select('team', teams, t('reports.team'))}
      <div class="presets">
        ${Object.entries(PRESETS).map(
          ([name, preset]) => html`<button
            type="button"
            class="btn ghost"
            data-testid="preset-${name}"
            @click=${() => this.#filter(preset())}
          >
            ${t(`preset.${name}`)}
          </button>`,
        )}
      </div>
    </form>`;
  }
}

customElements.define('reports-page', ReportsPage);

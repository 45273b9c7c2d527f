import { css, html, nothing } from 'lit';
import { ZurufElement } from '../element.js';
import { dateTime, number, percent, t } from '../i18n.js';
import { get, post } from '../api.js';
import { on } from '../store.js';
import { onSecond } from '../ticker.js';

const REFRESH_S = 15;

/** The nightly scoring of all customers: how far it is, by which models, and how these have come true. */
export class ScoringPanel extends ZurufElement {
  static properties = { passes: { state: true }, problem: { state: true }, starting: { state: true } };

  static styles = [
    ...ZurufElement.styles,
    css`
      section {
        padding: var(--space-4);
        display: grid;
        gap: var(--space-3);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 0.25rem var(--space-4);
        font-size: var(--text-s);
      }
      dt {
        color: var(--ink-3);
      }
      dd {
        font-weight: 600;
      }
      progress {
        width: 100%;
        accent-color: var(--accent);
      }
      .deciles {
        display: grid;
        grid-template-columns: repeat(10, minmax(0, 1fr));
        align-items: end;
        gap: 0.25rem;
        height: 6rem;
        max-width: 34rem;
      }
      .decile {
        position: relative;
        height: 100%;
        border-bottom: 1px solid var(--line);
      }
      .bar {
        position: absolute;
        bottom: 0;
        left: 15%;
        right: 15%;
        background: var(--accent);
        border-radius: 2px 2px 0 0;
      }
      .mark {
        position: absolute;
        left: 0;
        right: 0;
        height: 2px;
        background: var(--ink);
      }
    `,
  ];

  #seconds = 0;

  connectedCallback() {
    super.connectedCallback();
    this.keep(
      on('change', () => this.requestUpdate()),
      onSecond(() => {
        this.#seconds += 1;
        const often = this.passes?.[0]?.state === 'RUNNING';
        if ((often || this.#seconds % REFRESH_S === 0) && !document.hidden) void this.#load();
      }),
    );
    void this.#load();
  }

  async #load() {
    await this.#take(() => get('/admin/scoring'));
  }

  async #start() {
    this.starting = true;
    await this.#take(() => post('/admin/scoring', {}));
    this.starting = false;
  }

  async #take(request) {
    try {
      this.passes = await request();
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    const [pass] = this.passes ?? [];
    const running = pass?.state === 'RUNNING';
    return html`<section class="panel" aria-labelledby="scoring" data-testid="scoring">
      <header>
        <h2 id="scoring">${t('scoring.title')}</h2>
        <button class="btn" type="button" data-testid="scoring-start" ?disabled=${running || this.starting} @click=${() => this.#start()}>
          ${t(pass?.state === 'FAILED' ? 'scoring.go-on' : 'scoring.start')}
        </button>
      </header>
      <div role="alert">
        ${this.problem
          ? html`<div class="alert">
              <sl-icon name="exclamation-triangle" aria-hidden="true"></sl-icon><span>${this.problem.message}</span>
            </div>`
          : ''}
      </div>
      ${pass ? this.#pass(pass, running) : html`<p class="small muted">${this.passes ? t('scoring.none') : ''}</p>`}
    </section>`;
  }

  #pass(pass, running) {
    return html`${running
        ? html`<progress aria-label=${t('scoring.title')} max=${pass.total || 1} value=${pass.total ? pass.done : nothing}></progress>`
        : ''}
      <p data-testid="scoring-state" data-state=${pass.state}>
        ${t(`scoring.state.${pass.state}`, {
          done: number(pass.done),
          total: number(pass.total),
          started: dateTime(pass.startedAt),
          finished: pass.finishedAt ? dateTime(pass.finishedAt) : '',
        })}
      </p>
      ${pass.restarts ? html`<p class="small muted">${t('scoring.restarts', { n: pass.restarts })}</p>` : ''}
      ${pass.model ? this.#model(pass.model) : pass.state === 'DONE' ? html`<p class="small muted">${t('scoring.no-model')}</p>` : ''}`;
  }

  #model(model) {
    const quality = model.assessment?.quality;
    return html`<dl class="num">
        <dt>${t('scoring.model')}</dt>
        <dd>${t('scoring.model.text', { k: number(model.regularity), customers: number(model.customers) })}</dd>
        ${model.shortcomings?.map(
          (each) => html`<dt></dt>
            <dd class="muted">${t(`scoring.shortcoming.${each}`)}</dd>`,
        )}
        ${quality
          ? html`<dt>${t('scoring.ordered')}</dt>
              <dd>${t('scoring.ordered.text', { ordered: number(quality.ordered), customers: number(quality.customers) })}</dd>
              ${quality.discrimination === undefined
                ? ''
                : html`<dt>${t('scoring.discrimination')}</dt>
                    <dd>
                      ${t('scoring.discrimination.text', {
                        model: number(quality.discrimination, 3),
                        recency: number(quality.byRecency, 3),
                      })}
                    </dd>`}
              ${model.assessment.drift === undefined
                ? ''
                : html`<dt>${t('scoring.drift')}</dt>
                    <dd>${number(model.assessment.drift, 3)}</dd>`}`
          : ''}
      </dl>
      ${quality?.deciles?.length ? this.#deciles(quality.deciles) : ''}`;
  }

  /** Of each tenth of the customers the share that has ordered, beside what was predicted. */
  #deciles(deciles) {
    return html`<figure>
      <div class="deciles" role="img" aria-label=${t('scoring.deciles')}>
        ${deciles.map(
          (each) => html`<div
            class="decile"
            title=${t('scoring.decile', { predicted: percent(each.predicted), observed: percent(each.observed) })}
          >
            <div class="bar" style="height: ${100 * each.observed}%"></div>
            <div class="mark" style="bottom: calc(${100 * each.predicted}% - 1px)"></div>
          </div>`,
        )}
      </div>
      <figcaption class="small muted">${t('scoring.deciles')}</figcaption>
    </figure>`;
  }
}

customElements.define('scoring-panel', ScoringPanel);

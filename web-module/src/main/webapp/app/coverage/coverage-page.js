import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { money, t, when } from '../i18n.js';
import { get } from '../api.js';
import { store } from '../store.js';
import './absences-panel.js';
import './coverage-matrix.js';
import './responsible-panel.js';

/** The coverage matrix, or one segment of it at the supervisor's desk. */
export class CoveragePage extends ZurufElement {
  static properties = {
    page: {},
    matrix: { state: true },
    people: { state: true },
    problem: { state: true },
  };

  static styles = [
    ...ZurufElement.styles,
    css`
      .page {
        max-width: 96rem;
        margin: 0 auto;
        padding: var(--space-5) var(--space-5) 5rem;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--space-2) var(--space-4);
      }
      header .btn {
        margin-left: auto;
        align-self: center;
      }
      .formula {
        font-size: var(--text-s);
        color: var(--ink-2);
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--accent);
        background: var(--surface-2);
      }
      .two {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--space-4);
        align-items: start;
      }
      @media (max-width: 1000px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media screen and (max-width: 760px) {
        .page {
          padding: var(--space-3) var(--space-3) 5rem;
        }
        header .btn {
          display: none;
        }
      }
      @media print {
        .page {
          padding: 0;
          page: wide;
          gap: 3mm;
        }
        header .btn,
        .two {
          display: none;
        }
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  willUpdate(changed) {
    // Back from the editor: what was changed there shall be seen here.
    if (changed.has('page') && changed.get('page')?.id && !this.page.id) void this.#load();
  }

  async #load() {
    this.problem = null;
    try {
      const [matrix, people] = await Promise.all([get('/coverage'), this.people ?? get('/coverage/people')]);
      this.matrix = matrix;
      this.people = people;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    if (this.page.id && store.hasRole('supervisor')) return this.#editor();
    const { matrix } = this;
    return html`<div class="page" data-testid="coverage-page">
      <header>
        <h1>${t('page.coverage')}</h1>
        ${matrix ? html`<span class="small muted">${t('coverage.as-of', { time: when(matrix.figuresAt) })}</span>` : ''}
        <button class="btn" data-testid="coverage-print" ?disabled=${!matrix} @click=${() => print()}>
          <sl-icon name="printer" aria-hidden="true"></sl-icon>${t('coverage.print')}
        </button>
      </header>
      ${this.#problem()}
      ${matrix
        ? html`<coverage-matrix .matrix=${matrix} .people=${this.people}></coverage-matrix>
            <p class="formula" data-testid="coverage-formula">
              ${t('coverage.formula', { visit: money(matrix.visitCost), call: money(matrix.callCost) })}
            </p>
            <div class="two">
              <responsible-panel .page=${this.page}></responsible-panel>
              <absences-panel .people=${this.people}></absences-panel>
            </div>`
        : this.problem
          ? ''
          : html`<div class="skeleton" style="height: 32rem"></div>`}
    </div>`;
  }

  #editor() {
    if (!customElements.get('coverage-editor')) void import('./coverage-editor.js');
    const entry = this.matrix?.rows.find((each) => each.row.segmentId === this.page.id);
    return html`<div class="page" data-testid="coverage-page">
      ${this.#problem()}
      ${entry
        ? html`<coverage-editor
            .entry=${entry}
            .people=${this.people}
            .matrix=${this.matrix}
            @saved=${(event) => this.#saved(event.detail)}
          ></coverage-editor>`
        : this.matrix
          ? html`<p class="alert warn" role="alert">${t('coverage.unknown')}</p>`
          : this.problem
            ? ''
            : html`<div class="skeleton" style="height: 32rem"></div>`}
    </div>`;
  }

  #saved(entry) {
    this.matrix = {
      ...this.matrix,
      rows: this.matrix.rows.map((each) => (each.row.segmentId === entry.row.segmentId ? entry : each)),
    };
  }

  #problem() {
    return this.problem
      ? html`<div class="alert" role="alert">
          <sl-icon name="exclamation-triangle" aria-hidden="true"></sl-icon><span>${this.problem.message}</span>
          <button class="btn" @click=${() => this.#load()}>${t('action.retry')}</button>
        </div>`
      : '';
  }
}

customElements.define('coverage-page', CoveragePage);

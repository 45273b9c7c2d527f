import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { dateTime, number, pick, t } from '../i18n.js';
import { get } from '../api.js';
import { on } from '../store.js';
import { onSecond } from '../ticker.js';
import './scoring-panel.js';

const REFRESH_S = 15;

/** For whoever runs Zuruf: is the telephone system there, what did the CRM deliver, what waits to go back. */
export class OperationPage extends ZurufElement {
  static properties = { status: { state: true }, problem: { state: true } };

  static styles = [
    ...ZurufElement.styles,
    css`
      .page {
        max-width: 76rem;
        margin: 0 auto;
        padding: var(--space-5) var(--space-5) 5rem;
        display: grid;
        gap: var(--space-4);
      }
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
        gap: var(--space-4);
      }
      section {
        padding: var(--space-4);
        display: grid;
        gap: var(--space-2);
        align-content: start;
      }
      .state {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-weight: 600;
      }
      .dot {
        width: 0.625rem;
        height: 0.625rem;
        border-radius: 50%;
        background: var(--talk);
        flex: none;
      }
      .dot.off {
        background: var(--bad);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.25rem var(--space-3);
        font-size: var(--text-s);
      }
      dt {
        color: var(--ink-3);
      }
      dd {
        font-weight: 600;
        text-align: right;
      }
      .scroll {
        overflow-x: auto;
      }
      .problems {
        font-size: var(--text-s);
        color: var(--bad-ink);
        display: grid;
        gap: 0.25rem;
        padding: var(--space-2) 0 var(--space-2);
      }
      summary {
        cursor: pointer;
        font-weight: 550;
        color: var(--bad-ink);
      }
      @media (max-width: 760px) {
        .page {
          padding: var(--space-3) var(--space-3) 5rem;
        }
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
        if (this.#seconds % REFRESH_S === 0 && !document.hidden) void this.#load();
      }),
    );
    void this.#load();
  }

  async #load() {
    try {
      this.status = await get('/admin/status');
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    const { status } = this;
    return html`<div class="page" data-testid="operation-page">
      <h1>${t('page.operation')}</h1>
      <div role="alert">
        ${this.problem
          ? html`<div class="alert">
              <sl-icon name="exclamation-triangle" aria-hidden="true"></sl-icon><span>${this.problem.message}</span>
            </div>`
          : ''}
      </div>
      ${status
        ? html`<div class="tiles">${this.#pbx(status)} ${this.#crm(status)} ${this.#outbox(status)} ${this.#mirror(status)}</div>
            <scoring-panel></scoring-panel>
            ${this.#imports(status)}`
        : html`<div class="skeleton" style="height: 12rem"></div>`}
    </div>`;
  }

  #pbx({ pbx = [] }) {
    return html`<section class="panel" aria-labelledby="pbx">
      <h2 id="pbx">${t('operation.pbx')}</h2>
      ${pbx.length === 0 ? html`<p class="small muted">${t('operation.no-pbx')}</p>` : ''}
      ${pbx.map(
        (each) => html`<div>
          <p class="state" data-testid="pbx-${each.name}" data-connected=${each.connected}>
            <span class="dot ${each.connected ? '' : 'off'}"></span><bdi>${each.name}</bdi>
          </p>
          <p class="small muted">
            ${t(each.connected ? 'operation.connected' : 'operation.disconnected', { since: dateTime(each.since) })}
          </p>
        </div>`,
      )}
    </section>`;
  }

  #crm({ crm }) {
    if (!crm) return '';
    return html`<section class="panel" aria-labelledby="crm">
      <h2 id="crm">${t('operation.crm')}</h2>
      <p class="state"><span class="dot ${crm.up ? '' : 'off'}"></span>${crm.adapter}</p>
      <p class="small muted" dir="auto">${pick(crm.detail)}</p>
    </section>`;
  }

  #outbox({ outbox }) {
    return html`<section class="panel" aria-labelledby="outbox">
      <h2 id="outbox">${t('operation.outbox')}</h2>
      <dl class="num">
        <dt>${t('operation.waiting')}</dt>
        <dd data-testid="outbox-waiting">${number(outbox.waiting)}</dd>
        <dt>${t('operation.delivered')}</dt>
        <dd>${number(outbox.delivered)}</dd>
        <dt>${t('operation.failed')}</dt>
        <dd>${number(outbox.failed)}</dd>
        ${outbox.oldestWaiting
          ? html`<dt>${t('operation.oldest')}</dt>
              <dd>${dateTime(outbox.oldestWaiting)}</dd>`
          : ''}
      </dl>
      ${outbox.failed ? html`<p class="alert warn">${t('operation.failed.help')}</p>` : ''}
    </section>`;
  }

  #mirror({ mirror }) {
    return html`<section class="panel" aria-labelledby="mirror">
      <h2 id="mirror">${t('operation.mirror')}</h2>
      <dl class="num">
        ${['parties', 'numbers', 'orders'].map(
          (name) => html`<dt>${t(`mirror.${name}`)}</dt>
            <dd data-testid="mirror-${name}">${number(mirror?.[name])}</dd>`,
        )}
      </dl>
    </section>`;
  }

  #imports({ imports = [] }) {
    return html`<section class="panel" aria-labelledby="imports">
      <h2 id="imports">${t('operation.imports')}</h2>
      ${imports.length === 0
        ? html`<p class="small muted">${t('operation.no-imports')}</p>`
        : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="imports">
            <table>
              <thead>
                <tr>
                  <th>${t('operation.file')}</th>
                  <th>${t('operation.finished')}</th>
                  <th class="r">${t('operation.accepted')}</th>
                  <th class="r">${t('operation.rejected')}</th>
                  <th>${t('operation.problems')}</th>
                </tr>
              </thead>
              <tbody>
                ${imports.map(
                  (each) => html`<tr>
                    <td dir="auto">${each.file}</td>
                    <td>${each.finishedAt ? dateTime(each.finishedAt) : t('operation.running')}</td>
                    <td class="r">${number(each.accepted)}</td>
                    <td class="r">${number(each.rejected)}</td>
                    <td>
                      ${each.problems?.length
                        ? html`<details>
                            <summary>${t('operation.problem-count', { n: each.problems.length })}</summary>
                            <ul class="problems">
                              ${each.problems.map(
                                (problem) => html`<li dir="auto">${typeof problem === 'string' ? problem : (problem.text ?? problem.message)}</li>`,
                              )}
                            </ul>
                          </details>`
                        : html`<span class="muted">–</span>`}
                    </td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }
}

customElements.define('operation-page', OperationPage);

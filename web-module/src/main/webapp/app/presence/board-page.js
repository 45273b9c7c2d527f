import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { formulaStyle } from '../report/report-styles.js';
import { dateTime, number, percent, pick, t } from '../i18n.js';
import { store } from '../store.js';
import '../shell/elapsed-time.js';

const STATES = ['AVAILABLE', 'RINGING', 'IN_CALL', 'WRAP_UP', 'PAUSED', 'OFFLINE'];

/** What goes on now: who waits, how long, and how many could take a call. Never who. */
export class BoardPage extends ZurufElement {
  static watches = ['change'];

  static styles = [
    ...ZurufElement.styles,
    formulaStyle,
    css`
      .page {
        max-width: 82rem;
        margin: 0 auto;
        padding: var(--space-5);
        display: grid;
        gap: var(--space-4);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--space-2) var(--space-4);
      }
      h1 {
        font-size: var(--text-xl);
      }
      .queues {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
        gap: var(--space-4);
        list-style: none;
        padding: 0;
        margin: 0;
      }
      .queue {
        padding: var(--space-4);
        display: grid;
        gap: var(--space-3);
        align-content: start;
      }
      .queue h3 {
        font-size: var(--text-l);
        overflow-wrap: anywhere;
      }
      .queue h3 small {
        font-weight: 450;
        font-size: var(--text-s);
        color: var(--ink-3);
      }
      .now {
        display: flex;
        align-items: baseline;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-5);
      }
      .now strong {
        font-size: var(--text-2xl);
        font-weight: 700;
        line-height: 1;
        font-variant-numeric: tabular-nums;
      }
      .waiting .now strong {
        color: var(--ring-ink);
      }
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: var(--space-1) var(--space-3);
        font-size: var(--text-s);
      }
      dt {
        color: var(--ink-3);
      }
      dd {
        text-align: right;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      section.teams {
        padding: var(--space-4);
        display: grid;
        gap: var(--space-3);
        min-width: 0;
      }
      .scroll {
        overflow-x: auto;
      }
      tfoot td {
        font-weight: 650;
        border-top: 1px solid var(--line-strong);
      }
      @media (max-width: 760px) {
        .page {
          padding: var(--space-3);
        }
      }
    `,
  ];

  render() {
    const { board } = store;
    if (!board) return html`<div class="page"><p class="empty" role="status">${t('board.loading')}</p></div>`;
    const away = store.pbx.filter((pbx) => !pbx.connected);
    return html`<div class="page" data-testid="board">
      <header>
        <h1>${t('page.board')}</h1>
        <span class="small muted">${t('board.privacy', { n: board.minimumGroup })}</span>
      </header>
      ${away.map(
        (pbx) => html`<p class="alert warn" role="alert" data-testid="board-pbx-away">
          <sl-icon name="plug" aria-hidden="true"></sl-icon
          ><span>${t('board.pbx-away', { pbx: pbx.name, since: dateTime(pbx.since) })}</span>
        </p>`,
      )}
      <h2 class="sr">${t('board.queues')}</h2>
      ${board.queues.length
        ? html`<ul class="queues">
            ${board.queues.map((queue) => this.#queue(queue))}
          </ul>`
        : html`<p class="empty panel" data-testid="board-empty">
            ${t(store.pbx.length === 0 || away.length ? 'board.no-pbx' : 'board.no-queues')}
          </p>`}
      <p class="formula" data-testid="board-formula">${pick(board.formula)}. ${t('board.today')}</p>
      ${this.#teams(board)}
    </div>`;
  }

  #queue(queue) {
    return html`<li
      class="queue panel ${queue.waiting ? 'waiting' : ''}"
      data-testid="board-queue"
      data-queue=${queue.name}
      data-waiting=${queue.waiting}
    >
      <h3 dir="auto">${queue.name}${store.pbx.length > 1 ? html` <small dir="auto">${queue.pbx}</small>` : ''}</h3>
      <div class="now">
        ${queue.waiting
          ? html`<span
                ><strong>${number(queue.waiting)}</strong> ${t(queue.waiting === 1 ? 'board.waits' : 'board.wait')}</span
              >
              <span
                ><strong><elapsed-time .since=${queue.since} data-testid="board-longest"></elapsed-time></strong> ${t(
                  'board.longest',
                )}</span
              >`
          : html`<span><strong>${number(0)}</strong> ${t('board.nobody')}</span>`}
      </div>
      <dl>
        <dt>${t('board.service-level')}</dt>
        <dd data-testid="board-level">${queue.serviceLevel == null ? '–' : percent(queue.serviceLevel)}</dd>
        <dt>${t('board.answered')}</dt>
        <dd>${number(queue.answered)}</dd>
        <dt>${t('board.abandoned')}</dt>
        <dd>${number(queue.abandoned)}</dd>
        <dt>${t('board.telephones')}</dt>
        <dd>${number(queue.telephones)}</dd>
      </dl>
    </li>`;
  }

  #teams(board) {
    const cells = (team) =>
      team.withheld
        ? html`<td class="r">${number(team.people)}</td>
            <td colspan=${STATES.length} class="muted">${t('reports.withheld.row')}</td>`
        : html`<td class="r">${number(team.people)}</td>
            ${STATES.map((state) => html`<td class="r ${team.states[state] ? '' : 'muted'}" data-state=${state}>${number(team.states[state] ?? 0)}</td>`)}`;
    return html`<section class="teams panel" aria-labelledby="teams">
      <h2 id="teams">${t('board.people')}</h2>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="teams">
        <table data-testid="board-teams">
          <thead>
            <tr>
              <th>${t('reports.team')}</th>
              <th class="r">${t('board.count')}</th>
              ${STATES.map((state) => html`<th class="r">${t(`presence.${state}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${board.teams.map(
              (team) => html`<tr data-testid="board-team">
                <td dir="auto">${team.name ?? t('reports.no-team')}</td>
                ${cells(team)}
              </tr>`,
            )}
          </tbody>
          <tfoot>
            <tr data-testid="board-all">
              <td>${t('reports.all')}</td>
              ${cells(board.all)}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>`;
  }
}

customElements.define('board-page', BoardPage);

import { css, html, nothing } from 'lit';
import { ZurufElement } from '../element.js';
import { day, money, moneyShort, number, percent, t } from '../i18n.js';
import { href } from '../router.js';
import { store } from '../store.js';
import { PHASES, ROLES } from './coverage-fields.js';

/** The matrix as a table: a column for each segment, what was planned beside what is so. On a phone one segment at a time. */
export class CoverageMatrix extends ZurufElement {
  static properties = { matrix: {}, people: {}, chosen: { state: true } };

  static styles = [
    ...ZurufElement.styles,
    css`
      .choose {
        display: none;
      }
      .scroll {
        overflow-x: auto;
      }
      table {
        min-width: calc(11rem + var(--columns) * 14rem);
        table-layout: fixed;
        font-variant-numeric: normal;
      }
      col.what {
        width: 11rem;
      }
      th,
      td {
        white-space: normal;
        overflow-wrap: anywhere;
        hyphens: auto;
        line-height: 1.45;
      }
      td {
        border-left: 1px solid var(--line);
      }
      tbody th[scope='row'],
      thead th:first-child,
      tr.group th {
        position: sticky;
        left: 0;
        background: var(--surface);
        z-index: 1;
        color: var(--ink-2);
        font-weight: 550;
      }
      thead th {
        vertical-align: bottom;
        border-bottom: 1px solid var(--line-strong);
        border-left: 1px solid var(--line);
        color: var(--ink);
      }
      thead th:first-child {
        border-left: 0;
      }
      .segment {
        display: flex;
        align-items: flex-start;
        justify-content: space-between;
        gap: var(--space-2);
      }
      .segment h2 {
        font-size: var(--text-l);
        overflow-wrap: anywhere;
      }
      .segment small {
        display: block;
        color: var(--ink-3);
        font-size: var(--text-xs);
        font-weight: 450;
      }
      tr.group th,
      tr.group td {
        background: var(--surface-2);
        color: var(--ink);
        font-weight: 650;
        border-bottom: 1px solid var(--line);
      }
      tr.group td {
        font-size: var(--text-xs);
        font-weight: 550;
        color: var(--ink-3);
        vertical-align: bottom;
      }
      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--space-2);
        font-variant-numeric: tabular-nums;
      }
      .pair > :first-child {
        font-weight: 650;
        color: var(--ink);
      }
      tr.group .pair > :first-child {
        font-weight: 550;
        color: inherit;
      }
      .pair > :last-child {
        color: var(--ink-2);
      }
      .pair small {
        display: block;
        font-weight: 450;
        font-size: var(--text-xs);
        color: var(--ink-3);
      }
      .over {
        color: var(--bad-ink) !important;
      }
      .over sl-icon {
        vertical-align: -0.125em;
      }
      .text {
        white-space: pre-line;
      }
      .who {
        margin-top: var(--space-1);
        font-size: var(--text-xs);
        color: var(--ink-3);
      }
      .phase-count {
        display: block;
        font-size: var(--text-xs);
        color: var(--ink-3);
        font-variant-numeric: tabular-nums;
      }
      /* As long as all columns fit, the page scrolls and the names of the segments stay in sight. */
      @media screen and (min-width: 1180px) {
        .few {
          overflow: visible;
        }
        .few thead th {
          position: sticky;
          top: 3.5rem;
          z-index: 2;
          background: var(--surface);
          box-shadow: inset 0 -1px var(--line-strong);
        }
        .few thead th:first-child {
          z-index: 3;
          border-top-left-radius: var(--radius-m);
        }
        .few thead th:last-child {
          border-top-right-radius: var(--radius-m);
        }
      }
      @media screen and (max-width: 760px) {
        .choose {
          display: flex;
          margin-bottom: var(--space-3);
        }
        table {
          min-width: 0;
        }
        colgroup,
        thead th:first-child,
        .other {
          display: none;
        }
        table,
        thead,
        tbody,
        tr,
        th,
        td {
          display: block;
        }
        tbody th[scope='row'],
        tr.group th {
          position: static;
          border-bottom: 0;
          padding-bottom: 0;
        }
        tr.group th {
          padding-top: var(--space-2);
        }
        td,
        thead th {
          border-left: 0;
        }
        tbody th[scope='row'] {
          color: var(--ink-3);
        }
        td {
          padding-top: 0.1rem;
        }
        .other {
          display: none !important;
        }
        tr.group td:empty {
          display: none;
        }
      }
      @media print {
        .panel {
          border: 0;
          box-shadow: none;
        }
        .scroll {
          overflow: visible;
        }
        table {
          min-width: 0;
          font-size: 7.5pt;
        }
        col.what {
          width: 30mm;
        }
        th,
        td {
          padding: 1mm 1.5mm;
          line-height: 1.3;
        }
        thead {
          display: table-header-group;
        }
        tr {
          break-inside: avoid;
        }
        tr.group {
          break-after: avoid;
        }
        .segment h2 {
          font-size: 10pt;
        }
        .btn {
          display: none;
        }
        .pair small,
        .who,
        .phase-count,
        .segment small,
        tr.group td {
          font-size: 6.5pt;
        }
      }
    `,
  ];

  get #rows() {
    return this.matrix.rows;
  }

  get #shownId() {
    return this.#rows.some((each) => each.row.segmentId === this.chosen) ? this.chosen : this.#rows[0]?.row.segmentId;
  }

  #cells(cell) {
    return this.#rows.map(
      (entry) => html`<td class=${entry.row.segmentId === this.#shownId ? '' : 'other'}>${cell(entry)}</td>`,
    );
  }

  #line(label, cell, hint = null) {
    return html`<tr>
      <th scope="row">${label}${hint ? html`<span class="sr"> ${hint}</span>` : ''}</th>
      ${this.#cells(cell)}
    </tr>`;
  }

  #group(label, cell = () => nothing) {
    return html`<tr class="group">
      <th scope="rowgroup">${label}</th>
      ${this.#cells(cell)}
    </tr>`;
  }

  #text(text) {
    return text ? html`<span class="text" dir="auto">${text}</span>` : html`<span class="muted">–</span>`;
  }

  /** Now and planned; what is dearer than planned says so. */
  #pair(now, planned, options = {}) {
    return html`<div class="pair">
      <span class=${options.over ? 'over' : ''}
        >${now}${options.over
          ? html` <sl-icon name="arrow-up-circle" label=${t('coverage.over')}></sl-icon>`
          : ''}${options.note ? html`<small>${options.note}</small>` : ''}</span
      ><span><span class="sr">${t('coverage.planned')}: </span>${planned}</span>
    </div>`;
  }

  render() {
    const columns = this.#rows.length;
    return html`
      <fieldset class="choose seg">
        <legend class="sr">${t('coverage.segment')}</legend>
        ${this.#rows.map(
          ({ row }) => html`<label
            ><input
              type="radio"
              name="segment"
              .checked=${row.segmentId === this.#shownId}
              data-testid="coverage-choose-${row.segmentId}"
              @change=${() => (this.chosen = row.segmentId)}
            />${row.segmentId}<span class="sr"> ${row.name}</span></label
          >`,
        )}
      </fieldset>
      <div class="panel scroll ${columns <= 4 ? 'few' : ''}" tabindex="0" role="group" aria-label=${t('page.coverage')}>
        <table style="--columns: ${columns}" data-testid="coverage-matrix">
          <colgroup>
            <col class="what" />
            ${this.#rows.map(() => html`<col />`)}
          </colgroup>
          <thead>
            <tr>
              <th scope="col"><span class="sr">${t('coverage.segment')}</span></th>
              ${this.#rows.map((entry) => this.#head(entry))}
            </tr>
          </thead>
          <tbody>
            ${this.#line(t('coverage.field.description'), ({ row }) => this.#text(row.description))}
            ${this.#line(t('coverage.field.criteria'), ({ row }) => this.#text(row.criteria))}
            ${this.#line(t('coverage.field.particularities'), ({ row }) => this.#text(row.particularities))}
            ${this.#line(t('coverage.field.strategy'), ({ row }) => this.#text(row.strategy))}
          </tbody>
          ${this.#figures()} ${this.#contacts()} ${this.#duties()} ${this.#plan()}
          <tbody>
            ${this.#line(t('coverage.version'), (entry) => this.#version(entry))}
          </tbody>
        </table>
      </div>
    `;
  }

  #head({ row, live }) {
    return html`<th
      scope="col"
      class=${row.segmentId === this.#shownId ? '' : 'other'}
      data-testid="coverage-segment"
      data-segment=${row.segmentId}
    >
      <div class="segment">
        <div>
          <h2 dir="auto">${row.name}</h2>
          <small>${live ? t('coverage.segment.id', { id: row.segmentId }) : t('coverage.gone', { id: row.segmentId })}</small>
        </div>
        ${store.hasRole('supervisor')
          ? html`<a
              class="btn icon"
              href=${href('coverage', row.segmentId)}
              aria-label=${t('coverage.edit', { name: row.name })}
              title=${t('coverage.edit', { name: row.name })}
              data-testid="coverage-edit"
              ><sl-icon name="pencil" aria-hidden="true"></sl-icon
            ></a>`
          : ''}
      </div>
    </th>`;
  }

  #figures() {
    const planned = (value, format = number) => (value === null || value === undefined ? '–' : format(value));
    return html`<tbody>
      ${this.#group(t('coverage.figures'), () => this.#pair(t('coverage.now'), t('coverage.planned')))}
      ${this.#line(t('coverage.field.budget.customers'), ({ row, live }) =>
        this.#pair(live ? number(live.customers) : '–', planned(row.budget?.customers)),
      )}
      ${this.#line(t('coverage.field.budget.revenueShare'), ({ row, live }) =>
        this.#pair(percent(live?.revenueShare, 1), planned(row.budget?.revenueShare, (x) => percent(x, 1)), {
          note: live ? moneyShort(live.revenue) : null,
        }),
      )}
      ${this.#line(t('coverage.field.budget.marginShare'), ({ row, live }) =>
        this.#pair(percent(live?.marginShare, 1), planned(row.budget?.marginShare, (x) => percent(x, 1)), {
          note: live ? moneyShort(live.margin) : null,
        }),
      )}
      ${this.#line(t('coverage.field.budget.potential'), ({ row, live }) =>
        this.#pair(live ? moneyShort(live.potential) : '–', planned(row.budget?.potential, moneyShort), {
          note: live ? t('coverage.potential-of', { known: live.potentialOf, n: live.customers }) : null,
        }),
      )}
      ${this.#line(t('coverage.care-cost'), ({ row, live }) => {
        const budget = row.careBudget != null && row.budget?.customers != null ? row.careBudget * row.budget.customers : null;
        return this.#pair(live ? money(live.careCost) : '–', planned(budget, money), {
          over: live && budget !== null && live.careCost > budget,
        });
      })}
      ${this.#line(t('coverage.care-cost.each'), ({ row, live }) => {
        const each = live?.customers ? live.careCost / live.customers : null;
        return this.#pair(each === null ? '–' : money(each), planned(row.careBudget, money), {
          over: each !== null && row.careBudget != null && each > row.careBudget,
        });
      })}
    </tbody>`;
  }

  #contacts() {
    const each = (live, figure) => (live?.customers ? number(live[figure] / live.customers, 1) : '–');
    const planned = (value) => (value === null || value === undefined ? '–' : number(value));
    return html`<tbody>
      ${this.#group(t('coverage.contacts'), () => this.#pair(t('coverage.now'), t('coverage.planned')))}
      ${this.#line(t('coverage.field.visitsPerYear'), ({ row, live }) =>
        this.#pair(each(live, 'visits'), planned(row.visitsPerYear)),
      )}
      ${this.#line(t('coverage.field.callsPerYear'), ({ row, live }) =>
        this.#pair(each(live, 'calls'), planned(row.callsPerYear)),
      )}
      ${this.#line(t('coverage.field.longestIntervalDays'), ({ row }) =>
        row.longestIntervalDays ? t('time.days', { n: row.longestIntervalDays }) : '–',
      )}
    </tbody>`;
  }

  #duties() {
    return html`<tbody>
      ${this.#group(t('coverage.duties'))}
      ${ROLES.map((role) =>
        this.#line(t(`coverage.role.${role}`), ({ row }) => {
          const duty = (row.duties ?? []).find((each) => each.role === role);
          if (!duty) return this.#text(null);
          const areas = duty.areas ?? [];
          return html`${this.#text(duty.task)}
          ${duty.team || areas.length || duty.defaultPersonId
            ? html`<p class="who" dir="auto">
                ${[
                  duty.team,
                  ...this.#byTeam(areas).map(([team, prefixes]) => t('coverage.area', { team, prefixes: prefixes.join(', ') })),
                  duty.defaultPersonId ? t('coverage.else', { name: this.#name(duty.defaultPersonId) }) : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>`
            : ''}`;
        }),
      )}
    </tbody>`;
  }

  #byTeam(areas) {
    const teams = new Map();
    for (const { prefix, team } of areas) teams.set(team, [...(teams.get(team) ?? []), prefix]);
    return [...teams];
  }

  #name(id) {
    return this.people?.find((each) => each.id === id)?.name ?? id;
  }

  #plan() {
    return html`<tbody data-testid="coverage-plan">
      ${this.#group(t('coverage.plan'))}
      ${PHASES.map((phase) =>
        this.#line(t(`phase.${phase}`), ({ row, live }) => {
          const count = live?.phases?.[phase] ?? 0;
          return html`${this.#text((row.measures ?? []).find((each) => each.phase === phase)?.text)}
          ${live
            ? html`<span class="phase-count">${count ? t('coverage.in-phase', { n: count }) : t('coverage.in-phase.none')}</span>`
            : ''}`;
        }),
      )}
    </tbody>`;
  }

  #version(entry) {
    if (!entry.version) return html`<span class="muted">${t('coverage.undescribed')}</span>`;
    return html`<span class="muted"
      >${t('coverage.version.of', { version: entry.version, day: day(entry.changedAt) })}${entry.changedBy
        ? html`, <bdi>${entry.changedBy.name}</bdi>`
        : ''}</span
    >`;
  }
}

customElements.define('coverage-matrix', CoverageMatrix);

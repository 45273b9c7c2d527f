import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { number, percent, t } from '../i18n.js';
import { apiUrl } from '../api.js';
import { axes } from './chart-view.js';
import { reportStyles } from './report-styles.js';

const ANSWERS = ['done', 'declined', 'later', 'doesNotFit', 'open'];

/** What was suggested and what became of it, by occasion and segment; never by person. */
export class PromptsReport extends ZurufElement {
  static properties = { report: {}, csv: {} };

  static styles = [
    ...ZurufElement.styles,
    reportStyles,
    css`
      @media (min-width: 1000px) {
        .two {
          grid-template-columns: minmax(0, 0.75fr) minmax(0, 1fr);
        }
      }
    `,
  ];

  #byOccasion() {
    const sums = new Map();
    for (const row of this.report.rows) {
      const sum = sums.get(row.occasion) ?? { shown: 0, done: 0, declined: 0, later: 0, doesNotFit: 0, open: 0 };
      for (const key of Object.keys(sum)) sum[key] += row[key] ?? 0;
      sums.set(row.occasion, sum);
    }
    return [...sums].sort((a, b) => b[1].shown - a[1].shown);
  }

  #option(colours) {
    const sums = this.#byOccasion().reverse();
    const colour = {
      done: colours.series[0],
      declined: colours.series[1],
      later: colours.series[2],
      doesNotFit: colours.series[3],
      open: colours.series[4],
    };
    const base = axes(
      colours,
      sums.map(([occasion]) => t(`occasion.${occasion}`)),
    );
    return {
      ...base,
      grid: { ...base.grid, right: 24 },
      xAxis: { ...base.yAxis, minInterval: 1 },
      yAxis: { ...base.xAxis, axisLabel: { color: colours.ink } },
      series: ANSWERS.map((answer) => ({
        name: t(`reports.${answer}`),
        type: 'bar',
        stack: 'answers',
        data: sums.map(([, sum]) => sum[answer]),
        itemStyle: { color: colour[answer] },
        barMaxWidth: 22,
      })),
    };
  }

  render() {
    const { report } = this;
    const rows = [...report.rows].sort(
      (a, b) => a.occasion.localeCompare(b.occasion) || (a.segment ?? '').localeCompare(b.segment ?? ''),
    );
    return html`<section class="panel" aria-labelledby="title" data-testid="report-prompts">
      <div class="title">
        <h2 id="title">${t('reports.prompts')}</h2>
        <a class="btn" href=${apiUrl(this.csv)} download data-testid="csv-prompts"
          ><sl-icon name="download" aria-hidden="true"></sl-icon>CSV</a
        >
      </div>
      ${report.withheld
        ? html`<p class="alert info" data-testid="report-withheld">
            <sl-icon name="shield-lock" aria-hidden="true"></sl-icon
            ><span>${t('reports.withheld', { n: report.minimumGroup })}</span>
          </p>`
        : rows.length === 0
          ? html`<p class="empty">${t('reports.none')}</p>`
          : html`<div class="two">
              <chart-view
                label=${t('reports.prompts.chart')}
                .option=${(colours) => this.#option(colours)}
              ></chart-view>
              <div class="scroll" tabindex="0" role="group" aria-label=${t('reports.prompts.table')}>
                <table data-testid="prompts-table">
                  <thead>
                    <tr>
                      <th>${t('handoff.occasion')}</th>
                      <th>${t('reports.segment')}</th>
                      <th class="r">${t('reports.shown')}</th>
                      ${ANSWERS.map((answer) => html`<th class="r">${t(`reports.${answer}`)}</th>`)}
                      <th class="r">${t('reports.rate')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${rows.map(
                      (row) => html`<tr>
                        <td>${t(`occasion.${row.occasion}`)}</td>
                        <td>${row.segment ?? '–'}${row.phase ? ` · ${t(`phase.${row.phase}`)}` : ''}</td>
                        <td class="r">${number(row.shown)}</td>
                        ${ANSWERS.map((answer) => html`<td class="r">${number(row[answer])}</td>`)}
                        <td class="r">${row.shown ? percent(row.done / row.shown) : '–'}</td>
                      </tr>`,
                    )}
                  </tbody>
                </table>
              </div>
            </div>`}
    </section>`;
  }
}

customElements.define('prompts-report', PromptsReport);

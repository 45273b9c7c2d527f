import { html } from 'lit';
import { ZurufElement } from '../element.js';
import { number, percent, t } from '../i18n.js';
import { apiUrl } from '../api.js';
import { axes } from './chart-view.js';
import { reportStyles } from './report-styles.js';

/** How fast the field picks up what inside sales hands over, by team. */
export class HandoffsReport extends ZurufElement {
  static properties = { report: {}, csv: {} };

  static styles = [...ZurufElement.styles, reportStyles];

  #option(colours) {
    const rows = this.report.rows.filter((row) => !row.withheld);
    const target = this.report.target?.hours;
    const series = (name, key, colour) => ({
      name,
      type: 'bar',
      data: rows.map((row) => row[key] ?? null),
      itemStyle: { color: colour },
      barMaxWidth: 32,
    });
    const median = series(t('reports.median'), 'medianHoursToAcknowledge', colours.series[0]);
    if (target) {
      median.markLine = {
        silent: true,
        symbol: 'none',
        lineStyle: { color: colours.bad, type: 'dashed' },
        label: { formatter: t('reports.target.line', { hours: target }), color: colours.ink, position: 'insideEndTop' },
        data: [{ yAxis: target }],
      };
    }
    const base = axes(
      colours,
      rows.map((row) => row.team ?? t('reports.no-team')),
    );
    const highest = Math.max(target ?? 0, ...rows.map((row) => row.p90HoursToAcknowledge ?? 0));
    return {
      ...base,
      yAxis: {
        ...base.yAxis,
        max: Math.ceil(highest * 1.1) || 1,
        axisLabel: { color: colours.quiet, formatter: (value) => `${number(value)} h` },
      },
      series: [median, series(t('reports.p90'), 'p90HoursToAcknowledge', colours.series[2])],
    };
  }

  render() {
    const { report } = this;
    const { target } = report;
    const hours = (value) => (value == null ? '–' : `${number(value, 1)} h`);
    return html`<section class="panel" aria-labelledby="title" data-testid="report-handoffs">
      <div class="title">
        <h2 id="title">${t('reports.handoffs')}</h2>
        <a class="btn" href=${apiUrl(this.csv)} download data-testid="csv-handoffs"
          ><sl-icon name="download" aria-hidden="true"></sl-icon>CSV</a
        >
      </div>
      ${target
        ? html`<p class="formula">
            ${t('reports.target', { hours: target.hours, met: target.met == null ? '–' : percent(target.met) })}
          </p>`
        : ''}
      ${report.withheld
        ? html`<p class="alert info" data-testid="report-withheld">
            <sl-icon name="shield-lock" aria-hidden="true"></sl-icon
            ><span>${t('reports.withheld', { n: report.minimumGroup ?? 5 })}</span>
          </p>`
        : report.rows.length === 0
        ? html`<p class="empty">${t('reports.none')}</p>`
        : html`<div class="two">
            <chart-view
              height="15rem"
              label=${t('reports.handoffs.chart')}
              .option=${(colours) => this.#option(colours)}
            ></chart-view>
            <div class="scroll" tabindex="0" role="group" aria-label=${t('reports.handoffs.table')}>
              <table data-testid="handoffs-table">
                <thead>
                  <tr>
                    <th>${t('reports.team')}</th>
                    ${['sent', 'acknowledged', 'answered-handoffs', 'open', 'overdue', 'median', 'p90'].map(
                      (name) => html`<th class="r">${t(`reports.${name}`)}</th>`,
                    )}
                  </tr>
                </thead>
                <tbody>
                  ${report.rows.map((row) =>
                    row.withheld
                      ? html`<tr>
                          <td dir="auto">${row.team ?? t('reports.no-team')}</td>
                          <td colspan="7" class="muted">${t('reports.withheld.row')}</td>
                        </tr>`
                      : html`<tr>
                          <td dir="auto">${row.team ?? t('reports.no-team')}</td>
                          ${['sent', 'acknowledged', 'answered', 'open', 'overdue'].map(
                            (key) => html`<td class="r">${number(row[key])}</td>`,
                          )}
                          <td class="r">${hours(row.medianHoursToAcknowledge)}</td>
                          <td class="r">${hours(row.p90HoursToAcknowledge)}</td>
                        </tr>`,
                  )}
                </tbody>
              </table>
            </div>
          </div>`}
    </section>`;
  }
}

customElements.define('handoffs-report', HandoffsReport);

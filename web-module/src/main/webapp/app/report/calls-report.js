import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { dateTime, dayShort, number, percent, pick, t, time } from '../i18n.js';
import { apiUrl } from '../api.js';
import { axes } from './chart-view.js';
import { reportStyles } from './report-styles.js';

/** Calls per interval with the service level, its formula and what the telephone data does not know. */
export class CallsReport extends ZurufElement {
  static properties = { report: {}, interval: {}, csv: {} };

  static styles = [
    ...ZurufElement.styles,
    reportStyles,
    css`
      td.dim {
        color: var(--ink-3);
      }
    `,
  ];

  #when(interval) {
    if (this.interval === 'hour') return `${dayShort(interval.start)} ${time(interval.start)}`;
    if (this.interval === 'week') return t('reports.week-of', { day: dayShort(interval.start) });
    return dayShort(interval.start);
  }

  #option(colours) {
    const { intervals } = this.report;
    const bar = (name, key, colour) => ({
      name,
      type: 'bar',
      stack: 'calls',
      data: intervals.map((each) => each[key]),
      itemStyle: { color: colour },
      barMaxWidth: 28,
    });
    return axes(
      colours,
      intervals.map((each) => this.#when(each)),
      {
        yAxis: [
          {
            type: 'value',
            minInterval: 1,
            axisLabel: { color: colours.quiet },
            splitLine: { lineStyle: { color: colours.rule } },
          },
          {
            type: 'value',
            min: 0,
            max: 1,
            axisLabel: { color: colours.quiet, formatter: (value) => percent(value) },
            splitLine: { show: false },
          },
        ],
        series: [
          bar(t('reports.answered'), 'answered', colours.series[0]),
          bar(t('reports.abandoned'), 'abandoned', colours.series[1]),
          bar(t('reports.missed'), 'missed', colours.series[4]),
          ...(this.report.total?.shortAbandons ? [bar(t('reports.short'), 'shortAbandons', colours.series[3])] : []),
          ...(this.report.total?.unknown ? [bar(t('reports.unknown'), 'unknown', colours.series[2])] : []),
          {
            name: t('reports.service-level'),
            type: 'line',
            yAxisIndex: 1,
            data: intervals.map((each) => each.serviceLevel ?? null),
            connectNulls: false,
            symbolSize: 5,
            lineStyle: { color: colours.line, width: 2 },
            itemStyle: { color: colours.line },
            tooltip: { valueFormatter: (value) => percent(value, 1) },
          },
        ],
      },
    );
  }

  render() {
    const { report } = this;
    const total = report.total ?? {};
    return html`<section class="panel" aria-labelledby="title" data-testid="report-calls">
      <div class="title">
        <h2 id="title">${t('reports.calls')}</h2>
        <a class="btn" href=${apiUrl(this.csv)} download data-testid="csv-calls"
          ><sl-icon name="download" aria-hidden="true"></sl-icon>CSV</a
        >
      </div>
      ${(report.gaps ?? []).map(
        (gap) => html`<p class="alert warn" data-testid="report-gap">
          <sl-icon name="plug" aria-hidden="true"></sl-icon
          ><span>${t('reports.gap', { pbx: gap.pbx, from: dateTime(gap.from), to: gap.to ? dateTime(gap.to) : '…' })}</span>
        </p>`,
      )}
      ${report.withheld ? this.#withheld() : this.#figures(total)}
    </section>`;
  }

  #withheld() {
    return html`<p class="alert info" data-testid="report-withheld">
      <sl-icon name="shield-lock" aria-hidden="true"></sl-icon
      ><span>${t('reports.withheld', { n: this.report.minimumGroup })}</span>
    </p>`;
  }

  #figures(total) {
    const { report } = this;
    const formula = report.formula;
    return html`
      <dl class="figures">
        ${[
          ['offered', number(total.offered)],
          ['answered', number(total.answered)],
          ['abandoned', number(total.abandoned)],
          ['missed', number(total.missed)],
          ...(total.shortAbandons ? [['short', number(total.shortAbandons)]] : []),
          ...(total.unknown ? [['unknown', number(total.unknown)]] : []),
          ['service-level', percent(total.serviceLevel, 1)],
          ['speed', total.averageSpeedOfAnswer == null ? '–' : `${number(total.averageSpeedOfAnswer, 1)} s`],
        ].map(
          ([name, value]) => html`<div>
            <dt>${t(`reports.${name}`)}</dt>
            <dd data-testid="total-${name}">${value}</dd>
          </div>`,
        )}
      </dl>
      <p class="formula" data-testid="service-level-formula">${pick(formula)}</p>
      ${report.intervals.length === 0
        ? html`<p class="empty">${t('reports.none')}</p>`
        : html`<div class="two">
            <chart-view label=${t('reports.calls.chart')} .option=${(colours) => this.#option(colours)}></chart-view>
            <div class="scroll" tabindex="0" role="group" aria-label=${t('reports.calls.table')}>
              <table data-testid="calls-table">
                <thead>
                  <tr>
                    <th>${t(`interval.${this.interval}`)}</th>
                    ${['offered', 'answered', 'abandoned', 'missed', 'short', 'service-level', 'speed'].map(
                      (name) => html`<th class="r">${t(`reports.${name}.short`)}</th>`,
                    )}
                  </tr>
                </thead>
                <tbody>
                  ${report.intervals.map(
                    (each) => html`<tr>
                      <td>${this.#when(each)}</td>
                      ${this.#cells(each)}
                    </tr>`,
                  )}
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row">${t('reports.total')}</th>
                    ${this.#cells(total)}
                  </tr>
                </tfoot>
              </table>
            </div>
          </div>`}
    `;
  }

  #cells(each) {
    return html`${['offered', 'answered', 'abandoned', 'missed', 'shortAbandons'].map(
        (key) => html`<td class="r ${each[key] ? '' : 'dim'}">${number(each[key])}</td>`,
      )}
      <td class="r">${percent(each.serviceLevel)}</td>
      <td class="r">${each.averageSpeedOfAnswer == null ? '–' : `${number(each.averageSpeedOfAnswer, 1)} s`}</td>`;
  }
}

customElements.define('calls-report', CallsReport);

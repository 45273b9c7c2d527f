import { html } from 'lit';
import { ZurufElement } from '../element.js';
import { currentLanguage, day, money, moneyShort, month, t } from '../i18n.js';
import { axes } from '../report/chart-view.js';

/** Revenue by month over three years, with each order as a dot. */
export class OrderTimeline extends ZurufElement {
  static properties = { monthly: {}, orders: {} };

  #option = (colours) => {
    const { months, revenue } = this.monthly;
    const points = this.orders
      .filter((order) => order.status !== 'CANCELLED' && months.includes(order.orderedOn.slice(0, 7)))
      .map((order) => ({ value: [months.indexOf(order.orderedOn.slice(0, 7)), order.amount], order }));
    return axes(colours, months.map(month), {
      tooltip: {
        trigger: 'item',
        renderMode: 'richText',
        backgroundColor: colours.surface,
        borderColor: colours.rule,
        textStyle: { color: colours.ink, fontSize: 12 },
        formatter: ({ data, dataIndex }) =>
          data?.order
            ? `${data.order.id} · ${day(data.order.orderedOn)}\n${money(data.order.amount)}`
            : `${month(months[dataIndex])}\n${money(revenue[dataIndex])}`,
      },
      yAxis: {
        type: 'value',
        axisLabel: { color: colours.quiet, formatter: (value) => moneyShort(value) },
        splitLine: { lineStyle: { color: colours.rule } },
      },
      series: [
        { name: t('chart.revenue'), type: 'bar', data: revenue, barCategoryGap: '30%' },
        {
          name: t('chart.orders'),
          type: 'scatter',
          data: points,
          symbolSize: 7,
          itemStyle: { color: colours.series[1], borderColor: colours.surface, borderWidth: 1 },
        },
      ],
    });
  };

  render() {
    const { months, revenue } = this.monthly;
    const label = t('sparkline.label', {
      from: month(months[0]),
      to: month(months.at(-1)),
      low: money(Math.min(...revenue)),
      high: money(Math.max(...revenue)),
    });
    return html`<chart-view
      data-language=${currentLanguage()}
      height="15rem"
      label=${label}
      .option=${(colours) => this.#option(colours)}
    ></chart-view>`;
  }
}

customElements.define('order-timeline', OrderTimeline);

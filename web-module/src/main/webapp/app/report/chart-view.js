import { css, html } from 'lit';
import { ZurufElement } from '../element.js';
import { currentLanguage } from '../i18n.js';

/**
 * An ECharts chart in our colours. It is an illustration: the figures are in the table beside it, so for assistive technology the chart is one
 * image with a label.
 */
export class ChartView extends ZurufElement {
  static properties = {
    /** makes the ECharts option from the colours: `(colours) => option` */
    option: { attribute: false },
    label: {},
    height: {},
  };

  static styles = [
    ...ZurufElement.styles,
    css`
      .chart {
        width: 100%;
      }
    `,
  ];

  #chart = null;
  #observer = null;
  #onTheme = () => this.#draw();

  constructor() {
    super();
    this.height = '18rem';
  }

  connectedCallback() {
    super.connectedCallback();
    document.documentElement.addEventListener('zuruf-theme', this.#onTheme);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.documentElement.removeEventListener('zuruf-theme', this.#onTheme);
    this.#observer?.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  async #draw() {
    if (!this.option) return;
    const echarts = await import('echarts');
    const element = this.renderRoot.querySelector('.chart');
    if (!element || !this.isConnected) return;
    if (!this.#chart) {
      this.#chart = echarts.init(element, null, { renderer: 'svg', locale: currentLanguage() === 'de' ? 'DE' : 'EN' });
      this.#observer = new ResizeObserver(() => this.#chart?.resize());
      this.#observer.observe(element);
    }
    const style = getComputedStyle(document.documentElement);
    const read = (name) => style.getPropertyValue(name).trim();
    const colours = {
      series: [1, 2, 3, 4, 5].map((n) => read(`--chart-${n}`)),
      line: read('--chart-line'),
      ink: read('--ink-2'),
      quiet: read('--ink-3'),
      rule: read('--line'),
      surface: read('--surface'),
      bad: read('--bad'),
    };
    const motion = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#chart.setOption(
      {
        animation: motion,
        animationDuration: 250,
        color: colours.series,
        textStyle: { fontFamily: style.getPropertyValue('--font'), color: colours.ink, fontSize: 12 },
        ...this.option(colours),
      },
      true,
    );
  }

  updated() {
    void this.#draw();
  }

  render() {
    return html`<div class="chart" role="img" aria-label=${this.label} style="height: ${this.height}"></div>`;
  }
}

customElements.define('chart-view', ChartView);

/** What our charts share: quiet axes, texts rendered as text. */
export function axes(colours, categories, more = {}) {
  return {
    grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: colours.ink } },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: colours.surface,
      borderColor: colours.rule,
      textStyle: { color: colours.ink, fontSize: 12 },
    },
    xAxis: {
      type: 'category',
      data: categories,
      axisLine: { lineStyle: { color: colours.rule } },
      axisTick: { show: false },
      axisLabel: { color: colours.quiet, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: colours.quiet },
      splitLine: { lineStyle: { color: colours.rule } },
    },
    ...more,
  };
}

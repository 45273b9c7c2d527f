import { css, html, svg } from 'lit';
import { ZurufElement } from '../element.js';
import { money, month, t } from '../i18n.js';

const WIDTH = 240;
const HEIGHT = 44;
const GAP = 4;

/** Twelve months of revenue as bars; the last, running month is drawn lighter. Plain SVG, so it is there with the first paint. */
export class RevenueSparkline extends ZurufElement {
  static properties = { months: {}, revenue: {} };

  static styles = [
    ...ZurufElement.styles,
    css`
      svg {
        display: block;
        width: 100%;
        max-width: 20rem;
        height: 2.25rem;
        margin-top: var(--space-1);
        overflow: visible;
      }
      rect {
        fill: var(--chart-1);
      }
      rect.none {
        fill: var(--line-strong);
      }
      rect.now {
        fill: color-mix(in srgb, var(--chart-1) 55%, var(--surface));
      }
    `,
  ];

  render() {
    const values = this.revenue ?? [];
    if (values.length === 0) return '';
    const highest = Math.max(...values, 1);
    const step = WIDTH / values.length;
    const text = t('sparkline.label', {
      from: month(this.months[0]),
      to: month(this.months.at(-1)),
      low: money(Math.min(...values)),
      high: money(Math.max(...values)),
    });
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${text}>
      ${values.map((value, i) => {
        const height = value > 0 ? Math.max(2, (value / highest) * HEIGHT) : 1;
        return svg`<rect class=${value <= 0 ? 'none' : i === values.length - 1 ? 'now' : ''} x=${i * step} y=${
          HEIGHT - height
        } width=${step - GAP} height=${height}><title>${month(this.months[i])}: ${money(value)}</title></rect>`;
      })}
    </svg>`;
  }
}

customElements.define('revenue-sparkline', RevenueSparkline);

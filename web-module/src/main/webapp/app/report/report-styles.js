import { css } from 'lit';

/** How a figure is computed, said beside it. */
export const formulaStyle = css`
  .formula {
    font-size: var(--text-s);
    color: var(--ink-2);
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--accent);
    background: var(--surface-2);
  }
`;

/** The three reports look alike: heading with export, figures, chart and table side by side. */
export const reportStyles = css`
  section {
    padding: var(--space-4);
    display: grid;
    gap: var(--space-4);
    min-width: 0;
  }
  .title {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: var(--space-3);
  }
  .title h2 {
    font-size: var(--text-l);
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3) var(--space-6);
  }
  .figures dt {
    font-size: var(--text-s);
    color: var(--ink-3);
  }
  .figures dd {
    font-size: var(--text-xl);
    font-weight: 650;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--space-5);
    align-items: start;
  }
  .scroll {
    overflow: auto;
    max-height: 20rem;
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
  }
  .scroll td {
    white-space: nowrap;
  }
  .scroll td[colspan] {
    white-space: normal;
  }
  .scroll th,
  .scroll td {
    padding-left: 0.5rem;
    padding-right: 0.5rem;
  }
  .scroll thead th {
    position: sticky;
    top: 0;
    background: var(--surface-2);
    z-index: 1;
  }
  tfoot td,
  tfoot th {
    position: sticky;
    bottom: 0;
    background: var(--surface-2);
    font-weight: 650;
    color: var(--ink);
    border-top: 1px solid var(--line-strong);
    border-bottom: 0;
  }
  ${formulaStyle}
  @media (max-width: 1000px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

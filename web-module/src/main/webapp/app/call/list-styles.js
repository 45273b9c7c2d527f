import { css } from 'lit';

/** The lists beside the desk look alike. */
export const listStyles = css`
  section {
    padding: var(--space-4) var(--space-4) var(--space-3);
  }
  :host(:not(:first-child)) section {
    border-top: 1px solid var(--line);
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    margin-bottom: var(--space-1);
  }
  .badge {
    min-width: 1.375rem;
    padding: 0 0.4rem;
    border-radius: 999px;
    background: var(--surface-3);
    color: var(--ink-2);
    font-size: var(--text-xs);
    font-weight: 650;
    line-height: 1.375rem;
    text-align: center;
  }
  .badge.hot {
    background: var(--ring-soft);
    color: var(--ring-ink);
  }
  li {
    padding: var(--space-2) 0;
    border-bottom: 1px solid var(--line);
  }
  li:last-child {
    border-bottom: 0;
  }
  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--space-2);
    align-items: baseline;
  }
  .name {
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--ink);
  }
  a.name {
    text-decoration: none;
  }
  a.name:hover {
    text-decoration: underline;
  }
  .time,
  .detail {
    font-size: var(--text-s);
    color: var(--ink-3);
  }
  .time {
    text-align: right;
    justify-self: end;
  }
  .tools {
    display: flex;
    gap: var(--space-1);
    margin-top: var(--space-1);
    align-items: center;
    flex-wrap: wrap;
  }
  .tools .btn {
    min-height: 1.75rem;
    padding: 0 0.55rem;
  }
  .none {
    font-size: var(--text-s);
    color: var(--ink-3);
    padding: var(--space-1) 0 var(--space-2);
  }
  @media (pointer: coarse) {
    .tools .btn {
      min-height: 2.75rem;
    }
  }
`;

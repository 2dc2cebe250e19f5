import { css } from "lit";

/** What every component shares: type, panels, fields, buttons. Colours and sizes come from style.css. */
export const theme = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1,
  h2,
  h3,
  .display {
    font-family: var(--display);
    font-weight: 700;
    line-height: 1.12;
    letter-spacing: -0.005em;
    text-wrap: balance;
  }
  h1 {
    font-size: var(--size-xxl);
  }
  h2 {
    font-size: var(--size-xl);
  }
  h1:focus,
  h2:focus {
    outline: none;
  }
  .kicker {
    font-family: var(--display);
    font-size: var(--size-s);
    font-weight: 700;
    letter-spacing: 0.09em;
    text-transform: uppercase;
    color: var(--brand-text);
  }
  .muted {
    color: var(--muted);
  }
  .number {
    font-family: var(--display);
    font-variant-numeric: tabular-nums;
    font-weight: 700;
  }
  .panel {
    background: var(--panel);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: clamp(1rem, 0.6rem + 2vw, 1.75rem);
  }
  .stack {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .fault {
    color: var(--wrong);
    font-size: var(--size-s);
    display: flex;
    gap: 0.4rem;
  }
  .fault::before {
    content: "!";
    flex: none;
    width: 1.35em;
    height: 1.35em;
    border-radius: 50%;
    border: 2px solid currentcolor;
    font-weight: 800;
    font-size: 0.8em;
    line-height: 1.15em;
    text-align: center;
    margin-top: 0.2em;
  }
  .enter {
    animation: enter 0.28s ease-out both;
  }
  @keyframes enter {
    from {
      opacity: 0;
      transform: translateY(10px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
    }
  }
`;

import { css } from "lit";

export const playStyle = css`
  :host {
    display: flex;
    flex-direction: column;
  }
  .play {
    flex: 1;
    display: flex;
    flex-direction: column;
  }
  .table {
    flex: 1;
    width: min(100%, 78rem);
    margin: 0 auto;
    padding: clamp(0.75rem, 2.5vh, 2.5rem) clamp(0.875rem, 3vw, 2.5rem) 1.5rem;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: clamp(0.75rem, 2vw, 1.5rem);
  }
  .round {
    display: grid;
    gap: clamp(0.75rem, 2.2vh, 1.5rem);
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .question {
    display: flow-root;
    min-height: 6.5rem;
  }
  .question > [data-testid="timer"] {
    float: right;
    margin: 0 0 0.25rem 0.75rem;
  }
  .kicker {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.9rem;
    margin-bottom: 0.5rem;
  }
  .kicker .muted {
    letter-spacing: 0.02em;
    text-transform: none;
    font-weight: 600;
    color: var(--muted);
  }
  h1 {
    font-size: clamp(1.375rem, 1rem + 1.9vw, 2.5rem);
    overflow-wrap: anywhere;
    text-wrap: wrap;
  }
  h1.long {
    font-family: var(--body);
    font-weight: 650;
    font-size: clamp(1.0625rem, 0.95rem + 0.8vw, 1.5rem);
    line-height: 1.35;
  }
  .credits {
    font-size: 0.8125rem;
    color: var(--muted);
    overflow-wrap: anywhere;
  }
  .no-time {
    width: 72px;
    height: 72px;
  }
  .revealed .no-time {
    display: none;
  }
  .revealed .question {
    min-height: 0;
  }
  .revealed h1:not(.long) {
    font-size: clamp(1.125rem, 0.95rem + 1.2vw, 1.75rem);
  }
  .line {
    min-height: 1.5em;
    text-align: center;
    font-weight: 600;
    color: var(--muted);
  }
  .explanation {
    padding: 0.75rem 1rem;
    border-left: 5px solid var(--brand);
    background: var(--stage);
  }
  aside {
    align-self: start;
  }
  aside h2 {
    font-size: var(--size-l);
    margin-bottom: 0.75rem;
  }
  @media (min-width: 760px) {
    .question {
      min-height: clamp(7rem, 22vh, 14rem);
    }
    h1 {
      font-size: clamp(1.75rem, 1rem + 2.4vw, 3.25rem);
    }
    vs-timer,
    .no-time {
      width: 104px;
      height: 104px;
    }
  }
  @media (min-width: 1080px) {
    .revealed .table {
      grid-template-columns: minmax(0, 1fr) 21rem;
    }
  }
`;

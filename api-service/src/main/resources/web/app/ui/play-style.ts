import { css } from "lit";

export const playStyle = css`
  .play {
    width: min(100%, 78rem);
    margin: 0 auto;
    padding: 0 clamp(0.875rem, 3vw, 2.5rem) 2rem;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: clamp(0.75rem, 2vw, 1.5rem);
  }
  .round {
    display: grid;
    gap: clamp(0.75rem, 1.8vw, 1.25rem);
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .question {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 1rem;
    align-items: start;
  }
  .about {
    display: grid;
    gap: 0.6rem;
    min-height: 6.5rem;
    align-content: start;
  }
  .kicker {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.9rem;
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
    text-wrap: pretty;
  }
  h1.long {
    font-family: var(--body);
    font-weight: 650;
    font-size: clamp(1.0625rem, 0.95rem + 0.8vw, 1.5rem);
    line-height: 1.35;
  }
  .no-time {
    width: 72px;
    height: 72px;
  }
  .revealed .no-time {
    display: none;
  }
  .revealed .about {
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
    display: grid;
    gap: 1rem;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  aside:empty {
    display: none;
  }
  aside h2 {
    font-size: var(--size-l);
    margin-bottom: 0.75rem;
  }
  vs-scorebar {
    margin: 0 calc(-1 * clamp(0.875rem, 3vw, 2.5rem));
  }
  @media (min-width: 760px) {
    .about {
      min-height: 9rem;
    }
  }
  @media (min-width: 1080px) {
    .play.revealed {
      grid-template-columns: minmax(0, 1fr) 21rem;
    }
    .play.revealed vs-scorebar {
      grid-column: 1 / -1;
    }
  }
`;

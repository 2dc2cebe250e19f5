import { css } from "lit";

/** Two sides and the cut between them: shared by the search for an opponent and the start of a duel. */
export const facing = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    overflow: hidden;
  }
  .facing {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    align-content: center;
    align-items: center;
    gap: clamp(0.5rem, 3vw, 2.5rem);
    padding: 1.5rem clamp(1rem, 4vw, 4rem);
    position: relative;
    isolation: isolate;
  }
  .facing::before {
    content: "";
    position: absolute;
    z-index: -1;
    inset: -10% 50% -10% -40%;
    background: var(--stage);
    border-right: 5px solid var(--brand);
    transform: skewX(var(--slant));
  }
  .side {
    display: grid;
    gap: 0.25rem;
    min-width: 0;
  }
  .you {
    text-align: right;
  }
  .side .name {
    font-family: var(--display);
    font-weight: 700;
    font-size: clamp(1.25rem, 0.7rem + 3vw, 3rem);
    line-height: 1.1;
    overflow-wrap: anywhere;
  }
  .rival .kicker {
    color: var(--rival-text);
  }
  .versus {
    width: clamp(64px, 14vw, 150px);
    padding: 8px;
    background: var(--bg);
    border-radius: 14px;
  }
  .below {
    grid-column: 1 / -1;
    justify-items: center;
    text-align: center;
    padding: 1.5rem;
    margin: 1rem auto 0;
    width: min(100%, 30rem);
    background: var(--panel);
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .state {
    font-size: var(--size-l);
  }
  .elapsed {
    font-size: var(--size-xxl);
    line-height: 1;
  }
`;

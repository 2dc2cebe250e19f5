import { css } from "lit";

/** The start page: the cut of the wordmark runs through the whole screen. */
export const hero = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    overflow: clip;
  }
  .home {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto 1fr;
  }
  .hero {
    position: relative;
    isolation: isolate;
    padding: clamp(1.25rem, 6vw, 4rem) clamp(1.25rem, 5vw, 5rem) clamp(2.25rem, 7vw, 3.5rem);
    display: grid;
    align-content: center;
    gap: clamp(0.75rem, 3vw, 2rem);
  }
  .hero::before {
    content: "";
    position: absolute;
    z-index: -1;
    inset: -20px -20px 0;
    background: var(--stage);
    border-bottom: 5px solid var(--brand);
    transform: rotate(-2deg);
    transform-origin: bottom left;
  }
  .hero .wordmark {
    width: min(100%, 34rem);
    height: auto;
    display: block;
  }
  .hero .tagline {
    font-family: var(--display);
    font-weight: 700;
    font-size: clamp(1.25rem, 0.8rem + 2.4vw, 2.5rem);
    line-height: 1.15;
  }
  .tagline em {
    font-style: normal;
    color: var(--brand-text);
  }
  .signs {
    display: none;
    gap: 0.9rem;
  }
  .signs i {
    width: 60px;
    height: 60px;
    padding: 10px;
    border-radius: 10px;
    background: var(--mine);
    transform: skewX(var(--slant));
  }
  .signs .sign {
    display: block;
    transform: skewX(calc(-1 * var(--slant)));
  }
  .sign-0 {
    --mine: var(--choice-0);
  }
  .sign-1 {
    --mine: var(--choice-1);
  }
  .sign-2 {
    --mine: var(--choice-2);
  }
  .sign-3 {
    --mine: var(--choice-3);
  }
  .ways {
    align-content: start;
    gap: 1.25rem;
    width: 100%;
    max-width: 32rem;
    margin: 0 auto;
    padding: 1.25rem 1.25rem 2rem;
  }
  .duel {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .join {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem 0.75rem;
    align-items: end;
    padding-top: 1.25rem;
    border-top: 1px solid var(--line);
  }
  .join button {
    min-height: 52px;
  }
  .join .fault {
    grid-column: 1 / -1;
  }
  .fault {
    margin-top: 0.4rem;
  }
  .host-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    color: var(--muted);
  }
  .notice {
    padding: 0.75rem 1rem;
    border-left: 5px solid var(--brand);
    background: var(--raised);
  }
  @media (min-width: 900px) {
    .home {
      grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
      grid-template-rows: 1fr;
    }
    .hero::before {
      inset: -5vh 0 -5vh -30vw;
      border: 0;
      border-right: 8px solid var(--brand);
      transform: skewX(var(--slant));
      transform-origin: center;
    }
    .hero {
      position: sticky;
      top: 0;
      height: 100vh;
      padding-right: 8rem;
    }
    .signs {
      display: flex;
      padding-left: 6px;
    }
    .ways {
      align-content: center;
      max-width: 30rem;
      padding-block: 2.5rem;
    }
  }
`;

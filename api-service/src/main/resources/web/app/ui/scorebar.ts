import { LitElement, css, html, type TemplateResult } from "lit";
import { isHost, opponent, type GameState } from "../game/state";
import { theme } from "./theme";
import { ordinal, points } from "./words";

/** The score above the question: two sides and a cut in a duel, place and points in a room; below, one mark a round. */
class Scorebar extends LitElement {
  static override properties = { game: { attribute: false } };
  static override styles = [
    theme,
    css`
      .bar {
        position: relative;
        isolation: isolate;
        overflow: hidden;
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        background: var(--panel);
      }
      .duel::before {
        content: "";
        position: absolute;
        z-index: -1;
        inset: 0 50% 0 -2rem;
        background: var(--brand);
        border-right: 6px solid var(--bg);
        transform: skewX(calc(2 * var(--slant)));
      }
      .side {
        min-width: 0;
        padding: 0.5rem clamp(0.875rem, 3vw, 2.5rem);
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 0.75rem;
      }
      .duel .side:first-child {
        color: var(--on-brand);
        padding-right: 1.75rem;
      }
      .duel .side:last-child {
        flex-direction: row-reverse;
        padding-left: 1.5rem;
      }
      .room .side:last-child {
        justify-content: flex-end;
      }
      .name {
        font-weight: 650;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        min-width: 0;
      }
      .score {
        font-size: clamp(1.375rem, 1rem + 1.6vw, 2.25rem);
        line-height: 1.15;
      }
      @media (max-width: 599px) {
        .duel .side,
        .duel .side:last-child {
          flex-direction: column;
          align-items: flex-start;
          gap: 0;
          padding-block: 0.35rem;
        }
        .duel .side:last-child {
          align-items: flex-end;
        }
        .duel .name {
          max-width: 100%;
          font-size: var(--size-s);
        }
      }
      @media (min-width: 760px) {
        .side {
          align-items: center;
        }
        .name {
          font-size: 1.125rem;
        }
      }
      .marks {
        display: flex;
        gap: 3px;
        padding: 6px clamp(0.875rem, 3vw, 2.5rem);
        background: var(--stage);
      }
      .marks i {
        flex: 1;
        height: 6px;
        min-width: 2px;
        border-radius: 1px;
        background: var(--line);
        transform: skewX(-30deg);
      }
      .marks .now {
        background: var(--text);
      }
      .marks .right {
        background: var(--right);
      }
      .marks .wrong,
      .marks .none {
        background: var(--rival);
        opacity: 0.75;
      }
    `,
  ];

  declare game: GameState;

  override render(): TemplateResult {
    const { game } = this;
    return html`
      ${game.kind === "duel" && game.plays ? this.duel() : this.room()}
      <div class="marks" aria-hidden="true">
        ${Array.from({ length: game.rounds }, (_, index) => {
          const mark = game.marks[index + 1];
          return html`<i class=${game.plays && mark ? mark : index + 1 === game.round ? "now" : ""}></i>`;
        })}
      </div>
    `;
  }

  private duel(): TemplateResult {
    const { game } = this;
    const rival = opponent(game);
    return html`
      <div class="bar duel" data-testid="scorebar">
        <p class="side"><span class="name">You</span><span class="number score">${points(game.score)}</span></p>
        <p class="side">
          <span class="name">${rival?.name ?? "Opponent"}</span>
          <span class="number score">${points(rival?.score ?? 0)}</span>
        </p>
      </div>
    `;
  }

  private room(): TemplateResult {
    const { game } = this;
    return html`
      <div class="bar room" data-testid="scorebar">
        <p class="side">
          <span class="name">${game.plays ? (game.score > 0 ? ordinal(game.rank) : "Your score") : "You host"}</span>
          ${game.plays ? html`<span class="number score">${points(game.score)}</span>` : ""}
        </p>
        <p class="side">
          <span class="name muted">${game.playerCount} ${game.playerCount === 1 ? "player" : "players"}</span>
          ${isHost(game) ? html`<span class="name muted">PIN ${game.pin}</span>` : ""}
        </p>
      </div>
    `;
  }
}

customElements.define("vs-scorebar", Scorebar);

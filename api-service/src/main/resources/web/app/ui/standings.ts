import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { ownStanding, type GameState, type RankedStanding } from "../game/state";
import { theme } from "./theme";
import { points } from "./words";

/** The best ten, with the points of the last round and who climbed; and one's own line, wherever that is. */
class Standings extends LitElement {
  static override properties = { game: { attribute: false } };
  static override styles = [
    theme,
    css`
      ol {
        display: grid;
        gap: 4px;
      }
      li {
        display: grid;
        grid-template-columns: 2.2rem minmax(0, 1fr) auto;
        align-items: center;
        gap: 0.25rem 0.6rem;
        min-height: 44px;
        padding: 0.3rem 0.75rem 0.3rem 0.25rem;
        border-radius: 7px;
        background: var(--raised);
      }
      .rank {
        text-align: center;
        font-size: 1.125rem;
      }
      .name {
        font-weight: 600;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .score {
        text-align: right;
        font-size: 1.125rem;
        line-height: 1.15;
      }
      .more {
        display: block;
        font-family: var(--body);
        font-size: 0.8125rem;
        font-weight: 500;
        color: var(--muted);
      }
      .up {
        color: var(--right);
      }
      .down {
        color: var(--wrong);
      }
      .move {
        font-size: 0.8125rem;
        font-weight: 700;
        margin-left: 0.4rem;
        white-space: nowrap;
      }
      .me {
        background: var(--brand);
        color: var(--on-brand);
      }
      .me .more,
      .me .move {
        color: inherit;
      }
      .gap {
        margin-top: 0.6rem;
      }
    `,
  ];

  declare game: GameState;

  override render(): TemplateResult {
    const { game } = this;
    const shown = ownStanding(game) || !game.plays;
    const name = game.players.find(({ id }) => id === game.me)?.name ?? "You";
    const own: RankedStanding = {
      player: game.me,
      name,
      score: game.score,
      points: game.result?.points ?? 0,
      rank: game.rank,
      moved: 0,
    };
    return html`<ol data-testid="standings">
      ${game.standings.map((standing) => this.standing(standing))} ${shown ? nothing : this.standing(own, "gap")}
    </ol>`;
  }

  private standing({ player, name, rank, score, points: gained, moved }: RankedStanding, more = ""): TemplateResult {
    const me = player === this.game.me;
    return html`
      <li class="${me ? "me" : ""} ${more}">
        <span class="number rank">${rank}</span>
        <span class="name">
          ${name}${moved
            ? html`<span class="move ${moved > 0 ? "up" : "down"}">
                <span aria-hidden="true">${moved > 0 ? "▲" : "▼"} ${Math.abs(moved)}</span>
                <span class="hidden">${moved > 0 ? "up" : "down"} ${Math.abs(moved)}</span>
              </span>`
            : nothing}
        </span>
        <span class="number score">
          ${points(score)}${this.game.phase === "finished" ? nothing : html`<span class="more">+${points(gained)}</span>`}
        </span>
      </li>
    `;
  }
}

customElements.define("vs-standings", Standings);

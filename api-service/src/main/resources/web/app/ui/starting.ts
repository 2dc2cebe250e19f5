import { css, html, type TemplateResult } from "lit";
import { opponent } from "../game/state";
import { Screen, Ticker } from "./screen";
import { facing } from "./facing-style";
import { theme } from "./theme";
import { versus } from "./wordmark";
import { seconds } from "./words";

/** The last seconds before the first question: who meets whom. */
class Starting extends Screen {
  static override styles = [
    theme,
    facing,
    css`
      .crowd {
        grid-column: 1 / -1;
        text-align: center;
      }
      .count {
        font-size: var(--size-huge);
        line-height: 0.9;
        color: var(--brand-text);
        min-width: 2ch;
      }
    `,
  ];

  constructor() {
    super();
    new Ticker(this, 100);
  }

  override render(): TemplateResult {
    const { game } = this;
    const left = seconds((game.startsAt ?? 0) - this.session.clock.now());
    return html`
      <div class="facing" data-testid="starting">
        <h1 class="hidden" data-focus tabindex="-1">The match starts</h1>
        ${game.kind === "duel" && game.plays ? this.duel() : this.crowd()}
        <div class="below stack">
          <p class="number count" aria-hidden="true">${left > 0 ? left : "Go!"}</p>
          <p class="muted">${game.rounds} questions · ${game.scoring === "accuracy" ? "accuracy only" : "speed counts"}</p>
        </div>
      </div>
    `;
  }

  private duel(): TemplateResult {
    const rival = opponent(this.game);
    const own = this.game.players.find(({ id }) => id === this.game.me)?.name ?? "You";
    return html`
      <div class="side you enter"><span class="kicker">You</span><span class="name">${own}</span></div>
      ${versus()}
      <div class="side rival enter">
        <span class="kicker">${rival?.bot ? "Bot" : "Opponent"}</span><span class="name">${rival?.name ?? "…"}</span>
      </div>
    `;
  }

  private crowd(): TemplateResult {
    return html`<p class="crowd display side"><span class="name">${this.game.playerCount} players. One winner.</span></p>`;
  }
}

customElements.define("vs-starting", Starting);

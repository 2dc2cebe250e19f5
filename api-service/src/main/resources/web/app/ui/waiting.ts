import { css, html, type TemplateResult } from "lit";
import type { Waiting as Search } from "../game/matchmaking";
import { Screen } from "./screen";
import { facing } from "./facing-style";
import { buttons } from "./buttons";
import { theme } from "./theme";
import { versus } from "./wordmark";
import { minutes } from "./words";

/** Looking for an opponent: who you are, how long it has been, and the way out to a bot. */
class Waiting extends Screen {
  static override properties = { ...Screen.properties, search: { attribute: false } };
  static override styles = [
    theme,
    buttons,
    facing,
    css`
      .rival .name {
        animation: breathe 1.6s ease-in-out infinite alternate;
      }
      @keyframes breathe {
        from {
          opacity: 0.35;
        }
      }
    `,
  ];

  declare search: Search;

  override render(): TemplateResult {
    const { bot, botIn, since } = this.search;
    return html`
      <div class="facing enter">
        <h1 class="hidden" data-focus tabindex="-1">${bot ? "Calling a bot" : "Looking for an opponent"}</h1>
        <div class="side you"><span class="kicker">You</span><span class="name">${this.session.api.device?.name}</span></div>
        ${versus()}
        <div class="side rival">
          <span class="kicker">${bot ? "Bot" : "Opponent"}</span><span class="name" aria-hidden="true">?</span>
        </div>
        <div class="below stack" data-testid="waiting">
          <p class="state" role="status">${bot ? this.botWords(botIn) : "Looking for an opponent…"}</p>
          <p class="number elapsed" aria-label="Time waited">${minutes(Date.now() - since)}</p>
          ${bot ? "" : this.offer(botIn)}
        </div>
      </div>
    `;
  }

  private botWords(botIn: number): string {
    return botIn > 0 ? `A bot may join in ${botIn} s, unless somebody turns up first.` : "A bot is on its way…";
  }

  private offer(botIn: number): TemplateResult {
    return html`<button
      data-testid="waiting-bot-button"
      class=${botIn > 0 ? "" : "primary"}
      ?disabled=${botIn > 0}
      @click=${() => this.session.search?.askForBot()}
    >
      ${botIn > 0 ? `Play against a bot in ${botIn} s` : "Play against a bot"}
    </button>`;
  }
}

customElements.define("vs-waiting", Waiting);

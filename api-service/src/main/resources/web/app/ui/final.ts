import { html, nothing, type TemplateResult } from "lit";
import { words } from "../client/problem";
import type { MatchReport } from "../client/resources";
import { drawIsFair } from "../game/fairness";
import { settingsFrom } from "../game/settings";
import type { RankedStanding } from "../game/state";
import { Screen } from "./screen";
import { buttons } from "./buttons";
import { theme } from "./theme";
import { finalStyle } from "./final-style";
import { ordinal, points } from "./words";
import "./review";
import "./standings";

/** The end: who won, the places, every round again, and another game. */
class Final extends Screen {
  static override properties = {
    ...Screen.properties,
    report: { state: true },
    fair: { state: true },
    fault: { state: true },
    busy: { state: true },
  };
  static override styles = [theme, buttons, finalStyle];

  declare report: MatchReport | null;
  declare fair: boolean | null;
  declare fault: string | null;
  declare busy: boolean;

  override firstUpdated(): void {
    super.firstUpdated();
    void this.load();
  }

  override render(): TemplateResult {
    const { game } = this;
    return html`
      <div class="final enter" data-testid="final">
        <section class="headline ${this.won ? "won" : ""}">
          <p class="kicker">${this.kicker()}</p>
          <h1 data-focus tabindex="-1" data-testid="headline">${this.headline()}</h1>
          ${game.plays ? html`<p class="own number">${points(game.score)} points</p>` : nothing}
          <div class="row">
            <button class="primary big" data-testid="again-button" ?disabled=${this.busy} @click=${this.again}>
              ${this.session.mode === "room" ? "New game" : "Play again"}
            </button>
          </div>
          ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
        </section>
        ${game.kind === "room" && game.standings.length > 2 ? this.podium(game.standings.slice(0, 3)) : nothing}
        <section class="panel">
          <h2>Final standings</h2>
          <vs-standings .game=${game}></vs-standings>
        </section>
        ${this.report?.roundsPlayed.length
          ? html`<section class="review">
              <h2>Round by round</h2>
              <vs-review .rounds=${this.report.roundsPlayed} .plays=${game.plays}></vs-review>
            </section>`
          : nothing}
        ${this.fairness()}
      </div>
    `;
  }

  private get won(): boolean {
    return this.game.plays && this.game.rank === 1 && this.game.score > 0 && !this.drawn && this.game.finished?.reason !== "abandoned";
  }

  private get drawn(): boolean {
    const [first, second] = this.game.standings;
    return !!second && first.score === second.score;
  }

  private kicker(): string {
    const reason = this.game.finished?.reason;
    if (reason === "abandoned") return "The match was abandoned";
    return reason === "ended" ? "The host ended the game" : "Final result";
  }

  private headline(): string {
    const { game } = this;
    const [first] = game.standings;
    if (!first || game.finished?.reason === "abandoned") return "No result";
    if (first.score === 0) return "Nobody scored";
    if (this.drawn) return game.kind === "duel" ? "A draw!" : "A shared first place!";
    if (this.won) return "You win!";
    if (game.kind === "duel" || !game.plays) return `${first.name} wins`;
    return `You came ${ordinal(game.rank)}`;
  }

  private podium(best: RankedStanding[]): TemplateResult {
    const order = [best[1], best[0], best[2]];
    return html`<ol class="podium" aria-hidden="true">
      ${order.map(
        ({ name, score, rank }, index) => html`<li class="place-${[2, 1, 3][index]}">
          <span class="name">${name}</span>
          <span class="step"><span class="number">${rank}</span><span>${points(score)}</span></span>
        </li>`,
      )}
    </ol>`;
  }

  private fairness(): TemplateResult | typeof nothing {
    if (this.fair === null || this.fair === undefined) return nothing;
    return html`<p class="fair muted" data-testid="fairness" data-fair=${this.fair}>
      ${this.fair
        ? "✓ Fair draw: these questions are the ones that were sealed before the first round."
        : "✕ The questions do not match the seal that was given before the first round."}
    </p>`;
  }

  private async load(): Promise<void> {
    const { match, lineupHash, finished } = this.game;
    this.report = await this.session.api.report(match).catch(() => null);
    this.fair = await drawIsFair(lineupHash, finished?.nonce ?? null, finished?.lineup ?? []).catch(() => null);
  }

  private async again(): Promise<void> {
    const { session } = this;
    const mode = session.mode;
    const name = session.api.device?.name;
    if (mode === "room" || !name) return session.leave();
    this.busy = true;
    try {
      session.leave();
      await session.find(name, settingsFrom(location.search), mode === "bot");
    } catch (error) {
      this.fault = words(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define("vs-final", Final);

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Round } from "../realtime";
import { isHost, phaseEnds } from "../game/state";
import { playStyle } from "./play-style";
import { Screen, Ticker } from "./screen";
import { buttons } from "./buttons";
import { theme } from "./theme";
import { points, seconds, titled } from "./words";
import "./choices";
import "./entry";
import "./host-controls";
import "./media";
import "./ordering";
import "./scorebar";
import "./standings";
import "./timer";
import "./verdict";

/** A round, from its announcement to its reveal: for players, and for a host who only looks on. */
class Play extends Screen {
  static override styles = [theme, buttons, playStyle];
  private announced = 0;

  constructor() {
    super();
    new Ticker(this, 250);
  }

  override updated(changed: PropertyValues): void {
    if (!changed.has("game") || this.announced === this.game.round) return;
    const first = this.announced === 0;
    this.announced = this.game.round;
    if (!first) this.renderRoot.querySelector<HTMLElement>("[data-focus]")?.focus({ preventScroll: true });
    if (!first) scrollTo({ top: 0 });
  }

  override render(): TemplateResult {
    const { game, session } = this;
    const round = game.current!;
    const revealed = !!round.correct && (game.phase === "revealed" || game.phase === "paused");
    return html`
      <div class="play ${revealed ? "revealed" : ""}" data-phase=${game.phase} data-round=${game.round}>
        <vs-scorebar .game=${game}></vs-scorebar>
        <div class="table">
        <div class="round">
          <div class="question">
            ${this.time(round)}
            <div>
              <p class="kicker">
                <span>Question ${round.round} of ${game.rounds}</span>
                <span class="muted">${titled(round.category)} · ${titled(round.difficulty)}</span>
              </p>
              <h1
                class=${round.text.length > 140 ? "long" : ""}
                data-focus
                tabindex="-1"
                data-testid="question"
              >${round.text}</h1>
            </div>
          </div>
          ${round.media ? html`<vs-media .media=${round.media}></vs-media>` : nothing}
          ${revealed ? html`<vs-verdict .game=${game}></vs-verdict>` : nothing}
          ${this.answers(round)}
          ${revealed && round.explanation ? html`<p class="explanation">${round.explanation}</p>` : nothing}
          ${revealed && round.credits
            ? html`<p class="credits" data-testid="credits">${round.credits.join(" · ")}</p>`
            : nothing}
          <p class="line" data-testid="state">${this.line(round)}</p>
          ${isHost(game) ? html`<vs-host-controls .session=${session} .game=${game}></vs-host-controls>` : nothing}
        </div>
        ${revealed
          ? html`<aside class="panel">
              <h2>Standings</h2>
              <vs-standings .game=${game}></vs-standings>
            </aside>`
          : nothing}
        </div>
      </div>
    `;
  }

  /** What there is to answer, by the type of the question. */
  private answers({ questionType }: Round): TemplateResult {
    const { game, session } = this;
    const send = (event: CustomEvent) => session.answer(event.detail);
    if (questionType === "ordering") return html`<vs-ordering .game=${game} @answer=${send}></vs-ordering>`;
    if (questionType === "numeric" || questionType === "text") {
      return html`<vs-entry .game=${game} @answer=${send}></vs-entry>`;
    }
    return html`<vs-choices .game=${game} @answer=${send}></vs-choices>`;
  }

  private time(round: Round): TemplateResult {
    const { game, session } = this;
    if (game.phase !== "open" || !round.closesAt) return html`<div class="no-time" data-testid="timer"></div>`;
    return html`<vs-timer
      data-testid="timer"
      .clock=${session.clock}
      .from=${round.openedAt ?? round.closesAt - round.limit}
      .to=${round.closesAt}
    ></vs-timer>`;
  }

  /** One line that says what is going on, or what to do. */
  private line(round: Round): TemplateResult | string {
    const { game } = this;
    const left = seconds((phaseEnds(game) ?? 0) - this.session.clock.now());
    const hold = game.hold === "pause" ? " The host pauses after this round." : "";
    switch (game.phase) {
      case "announced":
        return left > 0 ? `Answers open in ${left} s` : "Answers open now…";
      case "open":
        return (game.answer ? this.fate() : game.plays ? this.how(round) : this.answered() || "Players are answering…") + hold;
      case "sealed":
        return game.answers === null ? "Time is up." : `Time is up. ${points(game.answers)} answered.`;
      case "paused":
        return isHost(game) ? "You paused the game." : "The host paused the game. It goes on soon.";
      default:
        if (game.hold === "pause") return "The host pauses the game here.";
        if (game.round >= game.rounds || game.hold === "end") return left > 0 ? `Final result in ${left} s` : "Final result…";
        return left > 0 ? `Next question in ${left} s` : "Next question…";
    }
  }

  private fate(): string {
    const alone = this.game.kind === "duel" ? "Waiting for your opponent…" : this.answered() || "Waiting for the others…";
    switch (this.game.answer!.status) {
      case "sending":
        return "Sent…";
      case "stored":
        return `Locked in ✓ ${alone}`;
      case "duplicate":
        return "An answer from you was already here. That one counts.";
      case "late":
        return "That was too late: the time had run out.";
      default:
        return "This answer could not be counted.";
    }
  }

  private answered(): string {
    const { answered, kind } = this.game;
    if (kind === "duel" || !answered?.answered) return "";
    return `${points(answered.answered)} of ${points(answered.players)} have answered`;
  }

  private how(round: Round): string {
    switch (round.questionType) {
      case "numeric":
        return round.slider ? "Set the number, then confirm" : "Type a number, then confirm";
      case "ordering":
        return "Drag, or use the arrows, then confirm";
      case "text":
        return "Type your answer, then confirm";
    }
    const keys = `keys 1–${round.choices?.length ?? 4}`;
    return round.questionType === "multiple" ? `Tap, or ${keys} and Enter` : `Tap, or press ${keys}`;
  }
}

customElements.define("vs-play", Play);

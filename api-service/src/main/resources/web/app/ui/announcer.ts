import { LitElement, html, type TemplateResult } from "lit";
import { isOfChoices, solved } from "../game/answers";
import type { GameState } from "../game/state";
import type { Session } from "../game/session";
import { spoken } from "./shape";
import { Ticker } from "./screen";
import { theme } from "./theme";
import { ordinal, points, titled } from "./words";

const WARN_AT = [10, 5];

/** Says aloud, for those who do not see the screen, what changed: the question, the time, the result. */
class Announcer extends LitElement {
  static override properties = { session: { attribute: false }, game: { attribute: false } };
  static override styles = theme;

  declare session: Session;
  declare game: GameState | null;
  private said = "";
  private key = "";

  constructor() {
    super();
    new Ticker(this, 500);
  }

  override willUpdate(): void {
    const news = this.game ? this.news(this.game) : { key: "", words: "" };
    if (!news || news.key === this.key) return;
    this.key = news.key;
    this.said = news.words;
  }

  override render(): TemplateResult {
    return html`<div class="hidden" role="status" aria-live="polite" data-testid="announcer">${this.said}</div>`;
  }

  private news(game: GameState): { key: string; words: string } | null {
    const { current: round, phase, result } = game;
    const at = `${game.match} ${game.round} ${phase}`;
    if (phase === "finished") return { key: at, words: this.ending(game) };
    if (phase === "starting") return { key: at, words: "The match starts." };
    if (!round) return null;
    if (phase === "announced") {
      return { key: at, words: `Question ${round.round} of ${game.rounds}, ${titled(round.category)}: ${round.text}` };
    }
    if (phase === "open") {
      const left = ((round.closesAt ?? 0) - this.session.clock.now()) / 1000;
      const warning = WARN_AT.findLast((second) => left <= second && round.limit > second * 1500);
      if (game.answer) return { key: `${at} ${game.answer.status}`, words: fate(game.answer.status) };
      if (warning) return { key: `${at} ${warning}`, words: `${warning} seconds left.` };
      const kind =
        { multiple: "Several answers may be right. ", ordering: "Put these in order. ", numeric: "Set a number.", text: "Type your answer." }[
          round.questionType as string
        ] ?? "";
      return { key: at, words: kind + (round.choices ?? []).map((text, index) => spoken(index, text)).join(". ") };
    }
    if (phase === "revealed") {
      const right = isOfChoices(round.questionType)
        ? (round.correct ?? []).map((index) => spoken(index, round.choices?.[index] ?? "")).join(" and ")
        : solved(round);
      if (round.questionType === "poll") return { key: `${at} ${result ? "own" : ""}`, words: round.explanation ?? "" };
      const own = result
        ? `${result.correct ? "Correct" : result.answer ? "Wrong" : "No answer"}, ${points(result.points)} points. You are ${ordinal(result.rank)}. `
        : "";
      return { key: `${at} ${result ? "own" : ""}`, words: `${own}The answer is ${right}. ${round.explanation ?? ""}` };
    }
    return phase === "paused" ? { key: at, words: "The host paused the game." } : null;
  }

  private ending(game: GameState): string {
    const [first] = game.standings;
    const own = game.plays ? ` You are ${ordinal(game.rank)} with ${points(game.score)} points.` : "";
    return `The match is over. ${first ? `${first.name} is first.` : ""}${own}`;
  }
}

function fate(status: string): string {
  return (
    { sending: "Sending your answer.", stored: "Your answer is locked in.", duplicate: "An earlier answer counts." }[
      status
    ] ?? "Your answer did not count."
  );
}

customElements.define("vs-announcer", Announcer);

import { LitElement, html, nothing, type TemplateResult } from "lit";
import type { GameState } from "../game/state";
import { choiceStyle } from "./choices-style";
import { LETTERS, sign, spoken } from "./shape";
import { buttons } from "./buttons";
import { theme } from "./theme";

/** The choices of a round. Sends `answer` with the chosen ones, from a click, a touch or the keyboard. */
class Choices extends LitElement {
  static override properties = { game: { attribute: false }, picked: { state: true } };
  static override styles = [theme, buttons, choiceStyle];

  declare game: GameState;
  declare picked: number[];
  private round = 0;
  private readonly pressed = (event: KeyboardEvent) => this.key(event);

  constructor() {
    super();
    this.picked = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("keydown", this.pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("keydown", this.pressed);
  }

  override willUpdate(): void {
    if (this.round === this.game.round) return;
    this.round = this.game.round;
    this.picked = [];
  }

  override render(): TemplateResult {
    const { current, plays } = this.game;
    const texts = current?.choices;
    if (!texts) return this.covered(current?.questionType === "boolean" ? 2 : 4);
    return html`
      ${this.many && this.answering ? html`<p class="hint">Choose every right answer, then confirm.</p>` : nothing}
      <div class="choices ${texts.some((text) => text.length > 60) ? "long" : ""}" role="group" aria-label="Answers">
        ${texts.map((text, index) => this.choice(text, index))}
      </div>
      ${this.many && this.answering && plays ? this.confirm() : nothing}
    `;
  }

  private get many(): boolean {
    return this.game.current?.questionType === "multiple";
  }

  private get answering(): boolean {
    return this.game.phase === "open" && this.game.plays && !this.game.answer;
  }

  private covered(count: number): TemplateResult {
    return html`<div class="choices" aria-hidden="true">
      ${Array.from({ length: count }, (_, index) => html`<div class="choice covered c${index}">
        <span class="block">${sign(index)}</span>
      </div>`)}
    </div>`;
  }

  private choice(text: string, index: number): TemplateResult {
    const { answer, current, phase } = this.game;
    const chosen = answer ? answer.choices.includes(index) : this.answering && this.picked.includes(index);
    const revealed = phase === "revealed" || phase === "paused";
    const poll = current?.questionType === "poll";
    const right = revealed && !poll ? current?.correct?.includes(index) : undefined;
    const fate = right === undefined ? (answer && !chosen ? "other" : "") : right ? "right" : chosen ? "wrong" : "other";
    const tag = this.tag(chosen, right);
    return html`
      <button
        class="choice c${index} ${chosen ? "chosen" : ""} ${fate}"
        data-testid="choice-${index}"
        aria-pressed=${chosen ? "true" : "false"}
        aria-disabled=${this.answering ? "false" : "true"}
        @click=${() => this.pick(index)}
      >
        <span class="block">${sign(index)}</span>
        <span class="text"><span class="hidden">${spoken(index, "")}</span>${text}</span>
        ${tag ? html`<span class="tag">${tag}</span>` : nothing} ${right === undefined ? nothing : this.count(index)} ${revealed && poll ? this.votes(index) : nothing}
      </button>
    `;
  }

  private tag(chosen: boolean, right: boolean | undefined): string {
    if (right === true) return chosen ? "✓ Correct" : "✓ Answer";
    if (right === false) return chosen ? "✕ Yours" : "";
    const status = this.game.answer?.status;
    if (!chosen || !status) return chosen ? "Chosen" : "";
    return { sending: "Sent…", stored: "Locked in ✓", duplicate: "Counts ✓", late: "Too late", refused: "Not counted" }[status];
  }

  private count(index: number): TemplateResult | typeof nothing {
    const counts = this.game.current?.counts;
    if (!counts || this.game.kind === "duel") return nothing;
    return html`<span class="count number"><span class="hidden">chosen by </span>${counts[index]}</span>`;
  }

  /** The share of a poll that an option got, as a bar and in numbers. */
  private votes(index: number): TemplateResult {
    const counts = this.game.current?.counts ?? [];
    const all = counts.reduce((sum, count) => sum + count, 0);
    const share = all ? Math.round((100 * (counts[index] ?? 0)) / all) : 0;
    return html`<span class="count number" data-testid="votes-${index}">
      <span class="hidden">chosen by </span>${counts[index] ?? 0} <small>${share} %</small>
      <span class="bar" aria-hidden="true"><span style="width: ${share}%"></span></span>
    </span>`;
  }

  private confirm(): TemplateResult {
    return html`<button class="primary wide" data-testid="confirm" ?disabled=${!this.picked.length} @click=${this.send}>
      ${this.picked.length ? `Confirm ${this.picked.map((index) => LETTERS[index]).join(", ")}` : "Choose your answers"}
    </button>`;
  }

  private key(event: KeyboardEvent): void {
    if (!this.answering || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    const index = /^[1-6]$/.test(event.key) ? Number(event.key) - 1 : LETTERS.indexOf(event.key.toUpperCase());
    if (index >= 0 && index < (this.game.current?.choices?.length ?? 0)) {
      event.preventDefault();
      this.pick(index);
    } else if (event.key === "Enter" && this.many && this.picked.length) {
      event.preventDefault();
      this.send();
    }
  }

  private pick(index: number): void {
    if (!this.answering) return;
    if (!this.many) {
      this.picked = [index];
      return this.send();
    }
    const on = this.picked.includes(index);
    this.picked = (on ? this.picked.filter((one) => one !== index) : [...this.picked, index]).sort((a, b) => a - b);
  }

  private send(): void {
    if (this.answering && this.picked.length) this.dispatchEvent(new CustomEvent("answer", { detail: { choices: this.picked } }));
  }
}

customElements.define("vs-choices", Choices);

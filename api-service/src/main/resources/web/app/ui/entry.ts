import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import type { NumberScale } from "../realtime";
import type { GameState } from "../game/state";
import { fateOf, numberOf, said, solved, spread } from "../game/answers";
import { buttons } from "./buttons";
import { fields } from "./fields";
import { theme } from "./theme";

/** A number that is set on a slider or typed, or a text that is typed. Sends `answer` with it. */
class Entry extends LitElement {
  static override properties = { game: { attribute: false }, entered: { state: true } };
  static override styles = [
    theme,
    buttons,
    fields,
    css`
      form,
      .outcome {
        display: grid;
        gap: 0.875rem;
      }
      output {
        font-family: var(--display);
        font-size: var(--size-xxl);
        font-weight: 700;
        text-align: center;
      }
      input[type="range"] {
        width: 100%;
        min-height: 44px;
        accent-color: var(--brand);
      }
      .ends {
        display: flex;
        justify-content: space-between;
        color: var(--muted);
      }
      .own,
      .solution {
        overflow-wrap: anywhere;
        font-size: 1.125rem;
      }
      .solution {
        color: var(--right);
        font-weight: 650;
      }
    `,
  ];

  declare game: GameState;
  declare entered: string;
  private round = 0;

  constructor() {
    super();
    this.entered = "";
  }

  override willUpdate(): void {
    const { current, round } = this.game;
    if (!current?.openedAt || this.round === round) return;
    this.round = round;
    this.entered = current.slider ? middle(current.slider) : "";
  }

  override render(): TemplateResult | typeof nothing {
    const { answer, current, phase, plays } = this.game;
    if (!current?.openedAt) return nothing;
    const revealed = phase === "revealed" || phase === "paused";
    if (!answer && plays && phase === "open") return this.form();
    const counts = revealed ? spread(current) : "";
    return html`<div class="outcome">
      ${answer ? html`<p class="own" data-testid="own-answer">Your answer: <b>${said(answer, current)}</b> ${fateOf(answer)}</p>` : nothing}
      ${revealed ? html`<p class="solution" data-testid="solution">✓ ${solved(current)}</p>` : nothing}
      ${counts && this.game.kind !== "duel" ? html`<p class="muted">${counts}</p>` : nothing}
    </div>`;
  }

  private form(): TemplateResult {
    const { questionType, slider, maxLength } = this.game.current!;
    const numeric = questionType === "numeric";
    return html`<form @submit=${this.send}>
      ${slider
        ? this.slider(slider)
        : html`<label>
            ${numeric ? "A number" : "Your answer"}
            <input
              type="text"
              data-testid="entry"
              inputmode=${numeric ? "decimal" : "text"}
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
              maxlength=${numeric ? 32 : 2 * (maxLength ?? 200)}
              .value=${this.entered}
              @input=${this.enter}
            />
          </label>`}
      <button class="primary wide" data-testid="confirm" ?disabled=${this.given === null}>Confirm</button>
    </form>`;
  }

  private slider({ min, max, step }: NumberScale): TemplateResult {
    return html`<output for="slider">${this.entered}</output>
      <input
        id="slider"
        type="range"
        data-testid="slider"
        aria-label="A number"
        min=${min}
        max=${max}
        step=${step}
        .value=${this.entered}
        @input=${this.enter}
      />
      <div class="ends" aria-hidden="true"><span>${min}</span><span>${max}</span></div>`;
  }

  /** What would be sent; null while that is nothing. */
  private get given(): { value: string } | { text: string } | null {
    if (this.game.current?.questionType === "numeric") {
      const value = numberOf(this.entered);
      return value === null ? null : { value };
    }
    const text = this.entered.trim();
    return text && [...text].length <= (this.game.current?.maxLength ?? 200) ? { text } : null;
  }

  private enter(event: Event): void {
    this.entered = (event.target as HTMLInputElement).value;
  }

  private send(event: Event): void {
    event.preventDefault();
    if (this.given) this.dispatchEvent(new CustomEvent("answer", { detail: this.given }));
  }
}

/** A step near the middle, where a slider stands at first. */
function middle({ min, max, step }: NumberScale): string {
  const steps = Math.floor((Number(max) - Number(min)) / Number(step) / 2);
  const decimals = Math.max(...[min, step].map((text) => text.split(".")[1]?.length ?? 0));
  return (Number(min) + steps * Number(step)).toFixed(decimals);
}

customElements.define("vs-entry", Entry);

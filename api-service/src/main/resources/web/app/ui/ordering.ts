import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import type { GameState } from "../game/state";
import { fateOf } from "../game/answers";
import { buttons } from "./buttons";
import { theme } from "./theme";

/** The choices of a round to be put in order, by dragging or by the buttons of each. Sends `answer` with the order. */
class Ordering extends LitElement {
  static override properties = { game: { attribute: false }, order: { state: true }, moved: { state: true } };
  static override styles = [
    theme,
    buttons,
    css`
      :host,
      ol {
        display: grid;
        gap: 0.625rem;
      }
      li {
        display: grid;
        grid-template-columns: 2rem minmax(0, 1fr) auto auto;
        align-items: center;
        gap: 0.75rem;
        min-height: 56px;
        padding: 0.25rem 0.75rem;
        border: 2px solid var(--line);
        border-radius: var(--radius);
        background: var(--panel);
        overflow-wrap: anywhere;
      }
      li[draggable="true"] {
        cursor: grab;
      }
      .right {
        border-color: var(--right);
        background: var(--right-bg);
      }
      .wrong {
        border-color: var(--wrong);
        border-style: dashed;
        background: var(--wrong-bg);
      }
      .move {
        min-width: 44px;
        min-height: 44px;
      }
    `,
  ];

  declare game: GameState;
  declare order: number[];
  declare moved: string;
  private round = 0;
  private dragged: number | null = null;

  constructor() {
    super();
    this.order = [];
    this.moved = "";
  }

  override willUpdate(): void {
    const { current, round } = this.game;
    if (!current?.choices || this.round === round) return;
    this.round = round;
    this.order = current.choices.map((_, index) => index);
    this.moved = "";
  }

  override render(): TemplateResult | typeof nothing {
    const { answer, current, phase, plays } = this.game;
    if (!current?.choices) return nothing;
    const solution = phase === "revealed" || phase === "paused" ? current.solution?.order : undefined;
    if (solution) return this.solved(current.choices, solution);
    const answering = phase === "open" && plays && !answer;
    const shown = answer?.order ?? this.order;
    return html`
      <ol data-testid="order">${shown.map((index, place) => this.item(current.choices!, index, place, answering))}</ol>
      <p class="hidden" role="status" aria-live="polite">${this.moved}</p>
      ${answering
        ? html`<button class="primary wide" data-testid="confirm" @click=${this.send}>Confirm this order</button>`
        : answer
          ? html`<p class="muted" data-testid="own-answer">${fateOf(answer)}</p>`
          : nothing}
    `;
  }

  private item(choices: string[], index: number, place: number, answering: boolean): TemplateResult {
    const text = choices[index];
    const last = choices.length - 1;
    return html`<li
      draggable=${answering ? "true" : "false"}
      @dragstart=${() => (this.dragged = place)}
      @dragover=${(event: Event) => event.preventDefault()}
      @drop=${(event: Event) => this.drop(event, place)}
    >
      <b class="number">${place + 1}</b><span>${text}</span>
      ${answering
        ? html`<button
              class="quiet move"
              data-testid="up-${place}"
              aria-label="Move ${text} up"
              ?disabled=${place === 0}
              @click=${() => this.move(place, place - 1)}
            >
              ↑</button
            ><button
              class="quiet move"
              data-testid="down-${place}"
              aria-label="Move ${text} down"
              ?disabled=${place === last}
              @click=${() => this.move(place, place + 1)}
            >
              ↓
            </button>`
        : nothing}
    </li>`;
  }

  private solved(choices: string[], order: number[]): TemplateResult {
    const given = this.game.answer?.order;
    return html`<ol data-testid="solution">
      ${order.map((index, place) => {
        const good = given && given[place] === index;
        return html`<li class=${given ? (good ? "right" : "wrong") : ""}>
          <b class="number">${place + 1}</b><span>${choices[index]}</span>
          <span>${given ? (good ? "✓" : "✕") : ""}</span>
        </li>`;
      })}
    </ol>`;
  }

  private drop(event: Event, place: number): void {
    event.preventDefault();
    if (this.dragged !== null) this.move(this.dragged, place);
    this.dragged = null;
  }

  private move(from: number, to: number): void {
    if (this.game.phase !== "open" || this.game.answer || from === to) return;
    const order = [...this.order];
    const [index] = order.splice(from, 1);
    order.splice(to, 0, index);
    this.order = order;
    this.moved = `${this.game.current?.choices?.[index]} is number ${to + 1} now.`;
  }

  private send(): void {
    this.dispatchEvent(new CustomEvent("answer", { detail: { order: this.order } }));
  }
}

customElements.define("vs-ordering", Ordering);

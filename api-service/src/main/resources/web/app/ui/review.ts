import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import type { PlayedRound } from "../client/resources";
import { isOfChoices, said as inWords, solved } from "../game/answers";
import { LETTERS } from "./shape";
import { buttons } from "./buttons";
import { theme } from "./theme";
import { points, titled } from "./words";

/** Every round again: the question, what was right, what one answered, and who made the question. */
class Review extends LitElement {
  static override properties = { rounds: { attribute: false }, plays: { type: Boolean } };
  static override styles = [
    theme,
    buttons,
    css`
      :host > ol {
        display: grid;
        gap: 0.5rem;
      }
      details {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--panel);
      }
      summary {
        display: grid;
        grid-template-columns: 1.75rem minmax(0, 1fr) auto;
        gap: 0.75rem;
        align-items: center;
        min-height: 52px;
        padding: 0.5rem 1rem;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      .icon {
        display: grid;
        place-items: center;
        width: 1.75rem;
        height: 1.75rem;
        border-radius: 50%;
        border: 2px solid var(--edge);
        font-weight: 700;
      }
      .icon.right {
        border-color: var(--right);
        color: var(--right);
      }
      .icon.wrong {
        border-color: var(--wrong);
        color: var(--wrong);
      }
      .text {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      details:not([open]) .text {
        overflow: hidden;
        text-overflow: ellipsis;
        display: -webkit-box;
        -webkit-line-clamp: 2;
        -webkit-box-orient: vertical;
      }
      .inside {
        padding: 0 1rem 1rem 3.5rem;
        display: grid;
        gap: 0.5rem;
      }
      .choice {
        display: grid;
        grid-template-columns: 1.4rem minmax(0, 1fr) auto;
        gap: 0.5rem;
      }
      .choice b {
        font-family: var(--display);
      }
      .choice.good {
        color: var(--right);
        font-weight: 650;
      }
      .choice.bad {
        color: var(--wrong);
      }
      small {
        font-size: var(--size-s);
      }
    `,
  ];

  declare rounds: PlayedRound[];
  declare plays: boolean;

  override render(): TemplateResult {
    return html`<ol data-testid="review">${this.rounds.map((round) => html`<li>${this.round(round)}</li>`)}</ol>`;
  }

  private round(round: PlayedRound): TemplateResult {
    const { you } = round;
    const poll = round.type === "poll";
    const mark = you && !poll ? (you.correct ? "right" : "wrong") : "";
    const said = !this.plays ? "" : you ? (poll ? "Poll" : you.correct ? "Correct" : "Wrong") : "No answer";
    return html`
      <details>
        <summary>
          <span class="icon ${mark}" aria-hidden="true">${!this.plays ? round.round : you && !poll ? (you.correct ? "✓" : "✕") : "–"}</span>
          <span class="text"><span class="hidden">${said}. </span>${round.text}</span>
          <span class="number">${this.plays ? `+${points(you?.points ?? 0)}` : ""}</span>
        </summary>
        <div class="inside">
          ${isOfChoices(round.type) || poll
            ? html`<ul>
                ${round.choices.map((text, index) => this.choice(round, text, index))}
              </ul>`
            : html`<p class="choice good"><b>✓</b><span>${solved(round)}</span></p>
                ${you ? html`<p class="choice ${mark === "right" ? "good" : "bad"}"><b></b><span>${inWords(you, round)}</span><span>yours</span></p>` : nothing}`}
          ${round.explanation ? html`<p>${round.explanation}</p>` : nothing}
          <p class="muted">
            <small>
              ${titled(round.category)} · ${titled(round.difficulty)}${you ? ` · answered in ${(you.elapsed / 1000).toFixed(1)} s` : ""}
              ${from(round) ? html`<br />${from(round)}` : nothing}
            </small>
          </p>
        </div>
      </details>
    `;
  }

  private choice(round: PlayedRound, text: string, index: number): TemplateResult {
    const good = round.correct.includes(index);
    const mine = round.you?.choices.includes(index);
    const poll = round.type === "poll";
    const tag = [good ? "✓ right" : "", mine ? (good || poll ? "yours" : "✕ yours") : ""].filter(Boolean).join(", ");
    return html`<li class="choice ${good ? "good" : mine && !poll ? "bad" : ""}">
      <b>${LETTERS[index]}</b><span>${text}</span><span>${tag}</span>
    </li>`;
  }
}

/** Who has to be named; where nobody has, where the question comes from. */
function from({ credits, source, licence }: PlayedRound): string {
  return credits?.join(" · ") ?? [source, source && licence].filter(Boolean).join(", ");
}

customElements.define("vs-review", Review);

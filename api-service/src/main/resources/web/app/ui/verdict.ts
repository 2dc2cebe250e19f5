import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { GameState } from "../game/state";
import { theme } from "./theme";
import { points } from "./words";

const CLIMB = 700;

/** Right or wrong, and the points, which climb for a moment. A host sees how many had it right. */
class Verdict extends LitElement {
  static override properties = { game: { attribute: false }, shown: { state: true } };
  static override styles = [
    theme,
    css`
      .verdict {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 0.9rem;
        padding: 0.65rem 1.1rem;
        border-radius: var(--radius);
        background: var(--raised);
        animation: enter 0.25s ease-out both;
      }
      .right {
        background: var(--right-bg);
        color: var(--right);
      }
      .wrong {
        background: var(--wrong-bg);
        color: var(--wrong);
      }
      .icon {
        font-size: 1.75rem;
        line-height: 1;
        font-weight: 700;
      }
      .what {
        font-family: var(--display);
        font-weight: 700;
        font-size: var(--size-l);
      }
      .points {
        font-size: var(--size-xl);
        line-height: 1.1;
      }
    `,
  ];

  declare game: GameState;
  declare shown: number;
  private since = 0;
  private goal = -1;

  constructor() {
    super();
    this.shown = 0;
  }

  override willUpdate(changed: PropertyValues): void {
    const goal = this.game.result?.points ?? 0;
    if (!changed.has("game") || goal === this.goal) return;
    this.goal = goal;
    this.since = performance.now();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches || goal === 0) this.shown = goal;
    else requestAnimationFrame((now) => this.climb(now));
  }

  override render(): TemplateResult | typeof nothing {
    const { game } = this;
    if (!game.plays) return this.crowd();
    if (game.current?.questionType === "poll") {
      return html`<div class="verdict none" data-testid="verdict" data-mark="none">
        <span class="icon" aria-hidden="true">–</span>
        <span class="what">${game.answer ? "You voted" : "You did not vote"}</span>
      </div>`;
    }
    const mark = game.result ? (game.result.answer ? (game.result.correct ? "right" : "wrong") : "none") : game.marks[game.round];
    if (!mark) return nothing;
    const [icon, what] = { right: ["✓", "Correct"], wrong: ["✕", "Not this time"], none: ["–", "No answer"] }[mark];
    return html`
      <div class="verdict ${mark}" data-testid="verdict" data-mark=${mark}>
        <span class="icon" aria-hidden="true">${icon}</span>
        <span class="what">${what}</span>
        <span class="number points">${game.result ? `+${points(this.shown)}` : ""}</span>
      </div>
    `;
  }

  private crowd(): TemplateResult | typeof nothing {
    const { correct, counts, questionType } = this.game.current ?? {};
    if (!correct || !counts || ["multiple", "ordering", "poll"].includes(questionType ?? "")) return nothing;
    const right =
      questionType === "numeric"
        ? counts[1]
        : questionType === "text"
          ? counts.reduce((sum, count) => sum + count, 0)
          : correct.reduce((sum, index) => sum + (counts[index] ?? 0), 0);
    return html`<div class="verdict">
      <span class="icon" aria-hidden="true">✓</span>
      <span class="what">${right} of ${this.game.playerCount} knew it</span>
    </div>`;
  }

  private climb(now: number): void {
    const share = Math.min(1, Math.max(0, (now - this.since) / CLIMB));
    this.shown = Math.round(this.goal * (1 - (1 - share) ** 3));
    if (share < 1 && this.isConnected) requestAnimationFrame((next) => this.climb(next));
  }
}

customElements.define("vs-verdict", Verdict);

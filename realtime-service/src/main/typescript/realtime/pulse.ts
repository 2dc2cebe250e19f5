import { NOTHING, type Cancel, type Environment } from "./environment";

const ANSWER_WITHIN = 4000;
const FOR_THE_CLOCK = [0, 250, 1000];

/** A page that nobody sees beats this much slower; the server closes a socket after three silent intervals. */
const HIDDEN_SLOWDOWN = 2;

/**
 * Heartbeats, and what their absence says. Three quick ones measure the clock, then one follows in each interval. When
 * nothing at all comes back within four seconds of a beat, the connection is dead, whatever the socket says.
 */
export class Pulse {
  private interval = 0;
  private early: Cancel[] = [];
  private next: Cancel = NOTHING;
  private deadline: Cancel = NOTHING;

  constructor(
    private readonly environment: Environment,
    private readonly beat: (withPositions: boolean) => void,
    private readonly dead: () => void,
  ) {}

  start(interval: number): void {
    this.stop();
    this.interval = interval;
    this.early = FOR_THE_CLOCK.map((delay) => this.environment.after(delay, () => this.beat(false)));
    this.schedule();
  }

  stop(): void {
    this.early.forEach((cancel) => cancel());
    this.early = [];
    this.next();
    this.deadline();
    this.interval = 0;
  }

  /** Anything that came is a sign of life. */
  heard(): void {
    this.deadline();
  }

  /** Finds out now. */
  probe(): void {
    if (!this.interval) return;
    this.beat(true);
    this.expect();
    this.schedule();
  }

  /** The page was hidden or shown: the pace is another one from here on. */
  schedule(): void {
    if (!this.interval) return;
    this.next();
    const pace = this.environment.visible() ? 1 : HIDDEN_SLOWDOWN;
    this.next = this.environment.after(this.interval * pace, () => this.probe());
  }

  private expect(): void {
    const due = this.environment.now() + ANSWER_WITHIN;
    this.deadline();
    this.deadline = this.environment.after(ANSWER_WITHIN, () => {
      // Much later than asked for: the device slept, and what came meanwhile has not been read yet.
      const slept = this.environment.now() - due > ANSWER_WITHIN;
      if (slept) this.probe();
      else this.dead();
    });
  }
}

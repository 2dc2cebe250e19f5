import type { ServerClock } from "./clock";
import { NOTHING, type Cancel, type Environment } from "./environment";

const SHARE = 0.75;
const SPREAD = 0.1;
const TOO_LATE = 3000;

/** The longest that a timer of a browser can wait, in ms. */
const LONGEST = 2 ** 31 - 1;

/**
 * Puts a newer access token in the place of the one that expires, on the open connection. It starts after about four
 * fifths of what is left, spread so that clients do not come in step; where that fails, after four fifths of the rest,
 * and so on. If it never works, the server closes with 4401 and the way back brings a new token.
 */
export class Renewal {
  private next: Cancel = NOTHING;
  private round = 0;

  constructor(
    private readonly environment: Environment,
    private readonly clock: ServerClock,
    private readonly token: () => Promise<string>,
    private readonly send: (token: string) => void,
  ) {}

  /** The token in use runs out then, by the server's clock. */
  expires(at: number): void {
    this.stop();
    const round = this.round;
    const left = at - this.clock.now();
    if (left < TOO_LATE) return;
    const share = SHARE + SPREAD * this.environment.random();
    this.next = this.environment.after(Math.min(left * share, LONGEST), () => void this.renew(at, round));
  }

  stop(): void {
    this.round++;
    this.next();
    this.next = NOTHING;
  }

  private async renew(at: number, round: number): Promise<void> {
    try {
      const token = await this.token();
      if (round === this.round) this.send(token);
    } catch {
      // No token to be had just now: the next try is a fifth of the way to the end.
    } finally {
      if (round === this.round) this.expires(at);
    }
  }
}

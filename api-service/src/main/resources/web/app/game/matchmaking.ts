import type { Api } from "../client/api";
import type { Settings, Ticket } from "../client/resources";
import type { ServerClock } from "../realtime";
import { Problem } from "../client/problem";

const POLL = 1500;
const STUMBLES = 8;

export interface Waiting {
  since: number;
  /** The bot was asked for, by the button on the start page or while waiting. */
  bot: boolean;
  /** Whole seconds until a bot may be asked for. */
  botIn: number;
}

/** One search for an opponent: opens the ticket, polls it, and asks for the bot as soon as that is allowed. */
export class Matchmaking {
  private ticket: Ticket | null = null;
  private botAt = 0;
  private timer = 0;
  private over = false;
  private asking = false;
  private polled = 0;
  private stumbles = 0;
  readonly since = Date.now();

  constructor(
    private readonly api: Api,
    private readonly clock: ServerClock,
    private bot: boolean,
    private readonly found: (match: string) => void,
    private readonly changed: () => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  async start(settings: Settings): Promise<void> {
    try {
      this.ticket = await this.api.openTicket(settings);
      // Whatever the clocks say, a bot is never more than some seconds away.
      const wait = Date.parse(this.ticket.botAfter) - this.clock.now();
      this.botAt = Date.now() + (wait > 0 && wait < 30_000 ? wait : 5000);
      if (this.over) return void this.api.cancelTicket(this.ticket.id).catch(() => undefined);
      if (!this.settle(this.ticket)) this.timer = setInterval(() => void this.tick(), 250) as unknown as number;
    } catch (error) {
      if (!this.over) this.fail(error);
    }
  }

  get waiting(): Waiting {
    const rest = this.botAt ? this.botAt - Date.now() : 5000;
    return { since: this.since, bot: this.bot, botIn: Math.max(0, Math.ceil(rest / 1000)) };
  }

  askForBot(): void {
    this.bot = true;
    this.changed();
  }

  /** The match came from elsewhere (the player's own stream). */
  done(): void {
    this.over = true;
    clearInterval(this.timer);
  }

  cancel(): void {
    const open = !this.over && this.ticket;
    this.done();
    if (open) void this.api.cancelTicket(open.id).catch(() => undefined);
  }

  private async tick(): Promise<void> {
    this.changed();
    if (!this.ticket || this.over || this.asking) return;
    const botDue = this.bot && Date.now() >= this.botAt;
    if (!botDue && Date.now() - this.polled < POLL) return;
    this.asking = true;
    this.polled = Date.now();
    try {
      this.settle(await (botDue ? this.api.askForBot(this.ticket.id) : this.api.ticket(this.ticket.id)));
    } catch (error) {
      this.stumble(error);
    } finally {
      this.asking = false;
    }
  }

  /** Too early, or the ticket was settled meanwhile, or the line is bad: asked again soon. Gone: the search is over. */
  private stumble(error: unknown): void {
    const problem = error instanceof Problem ? error : null;
    if (this.over) return;
    if (problem?.status === 404 || ++this.stumbles > STUMBLES) return this.fail(error);
    const wait = problem?.code === "bot-too-early" ? (problem.retryAfter ?? 1) : 2;
    this.botAt = Math.max(this.botAt, Date.now() + wait * 1000);
  }

  private settle(ticket: Ticket): boolean {
    if (this.over) return true;
    this.stumbles = 0;
    if (ticket.status === "cancelled") this.fail(new Problem(410, "ticket-closed", "", "The search has ended. Try again."));
    if (ticket.status !== "matched" || !ticket.matchId) return this.over;
    this.done();
    this.found(ticket.matchId);
    return true;
  }

  private fail(error: unknown): void {
    this.done();
    this.failed(error);
  }
}

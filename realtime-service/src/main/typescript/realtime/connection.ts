import type { ServerClock } from "./clock";
import type { Position, ServerMessage } from "./protocol";
import { Backoff } from "./backoff";
import { closing, type Refusal } from "./closing";
import { NOTHING, type Cancel, type Environment } from "./environment";
import { Link, type LinkListener } from "./link";
import { Pulse } from "./pulse";
import { Renewal } from "./renewal";

export type ConnectionState =
  | { name: "idle" }
  | { name: "connecting"; since: number }
  | { name: "open" }
  | { name: "refused"; refusal: Refusal };

/** Where to go, and with which token; `fresh` asks for one that was not used before. Both may be asked often. */
export interface Door {
  url(): Promise<string>;
  token(fresh: boolean): Promise<string>;
}

/** What a connection is for. */
export interface Traffic {
  positions(): Position[];
  state(state: ConnectionState): void;
  /** Another link carries the traffic from here on. */
  carriedBy(link: Link): void;
  /** Everything that was missed is there. */
  resumed(): void;
  message(link: Link, message: ServerMessage): void;
}

/** A dial that has not led to a link that carries the traffic yet. */
interface Attempt {
  link: Link | null;
  limit: Cancel;
}

const LOST = 1006;
const DISPLACED = 4409;
const HANDSHAKE = 8000;
const NEW_TOKEN_HELPS_ONCE_IN = 60_000;
const OWN_RIVAL = 30_000;
const UNSEEN_WAIT = 15_000;
const UNSEEN_SPREAD = 45_000;

/**
 * One connection that is always there. It comes back with full jitter, moves to another replica without a gap, keeps
 * its token fresh, and stops only where a close code says so. See README.md for its states.
 */
export class Connection implements LinkListener {
  private state: ConnectionState = { name: "idle" };
  private current: Link | null = null;
  private attempt: Attempt | null = null;
  private readonly backoff: Backoff;
  private readonly pulse: Pulse;
  private readonly renewal: Renewal;
  private later: Cancel = NOTHING;
  private unwatch: Cancel = NOTHING;
  private wanted = false;
  private staleToken = false;
  private tokenRefusedAt = -NEW_TOKEN_HELPS_ONCE_IN;
  private ownRivalUntil = 0;
  private renewals = 0;

  constructor(
    private readonly environment: Environment,
    private readonly door: Door,
    private readonly clock: ServerClock,
    private readonly traffic: Traffic,
  ) {
    this.backoff = new Backoff(() => environment.random());
    this.pulse = new Pulse(
      environment,
      (withPositions) => this.beat(withPositions),
      () => this.current && this.end(this.current, LOST),
    );
    this.renewal = new Renewal(
      environment,
      clock,
      () => door.token(true),
      (token) => this.current?.send({ type: "renew", id: `renew-${++this.renewals}`, token }),
    );
  }

  /** Connects, also after a refusal. */
  start(): void {
    if (this.wanted && this.state.name !== "refused") return;
    this.unwatch();
    this.wanted = true;
    this.unwatch = this.environment.watch(() => this.look());
    this.connect();
  }

  stop(): void {
    this.wanted = false;
    this.unwatch();
    this.later();
    this.abandon();
    this.drop();
    this.turn({ name: "idle" });
  }

  /** The link that carries the traffic. */
  get carrier(): Link | null {
    return this.current;
  }

  received(link: Link, message: ServerMessage): void {
    if (link === this.current) this.pulse.heard();
    switch (message.type) {
      case "welcome":
        link.welcome = message;
        // While the old link works, it goes on carrying until the new one has everything.
        return this.current ? undefined : this.carry(link);
      case "resumed":
        link.resumed = true;
        if (link !== this.current) this.moved(link);
        this.backoff.reset();
        return this.traffic.resumed();
      case "heartbeat":
        return message.sent === null ? undefined : this.clock.echoed(message.now, message.sent);
      case "renewed":
        return this.renewal.expires(message.expires);
      case "move":
        return this.connectIn(this.environment.random() * message.within);
      default:
        return this.traffic.message(link, message);
    }
  }

  closed(link: Link, code: number): void {
    if (link === this.attempt?.link) this.failed(this.attempt, code);
    else if (link === this.current) this.end(link, code);
  }

  private connect(): void {
    this.later();
    this.abandon();
    if (!this.current) this.connecting();
    const attempt: Attempt = { link: null, limit: NOTHING };
    attempt.limit = this.environment.after(HANDSHAKE, () => this.failed(attempt, LOST));
    this.attempt = attempt;
    void this.dial(attempt);
  }

  private async dial(attempt: Attempt): Promise<void> {
    const fresh = this.staleToken;
    try {
      const [url, token] = await Promise.all([this.door.url(), this.door.token(fresh)]);
      if (attempt !== this.attempt) return;
      if (fresh) this.staleToken = false;
      if (this.current) this.expectOwnRival();
      attempt.link = new Link(this.environment, url, token, () => this.traffic.positions(), this);
    } catch {
      this.failed(attempt, LOST);
    }
  }

  private carry(link: Link): void {
    const old = this.current;
    this.attempt?.limit();
    this.attempt = null;
    this.current = link;
    old?.close();
    if (link.welcome) {
      if (!old) this.clock.greeted(link.welcome.now);
      this.pulse.start(link.welcome.heartbeat);
      this.renewal.expires(link.welcome.expires);
    }
    this.turn({ name: "open" });
    this.traffic.carriedBy(link);
  }

  private moved(link: Link): void {
    this.carry(link);
    this.ownRivalUntil = 0;
  }

  /** The attempt came to nothing. With the old link at work there is no hurry; without it, this is a loss. */
  private failed(attempt: Attempt, code: number): void {
    if (attempt !== this.attempt) return;
    this.abandon();
    if (!this.current) return this.lost(code);
    const verdict = closing(code);
    if (verdict.then === "new-token") this.staleToken = true;
    if (verdict.then !== "stop") this.connectIn(this.backoff.next());
  }

  /** The link that carried the traffic is gone. */
  private end(link: Link, code: number): void {
    link.close();
    this.drop();
    if (this.attempt) return this.connecting();
    this.lost(code);
  }

  private lost(code: number): void {
    if (!this.wanted) return;
    const verdict = closing(code === DISPLACED && this.environment.now() < this.ownRivalUntil ? LOST : code);
    if (verdict.then === "stop") return this.refuse(verdict.refusal);
    if (verdict.then === "new-token") {
      if (this.environment.now() - this.tokenRefusedAt < NEW_TOKEN_HELPS_ONCE_IN) return this.refuse("signed-out");
      this.tokenRefusedAt = this.environment.now();
      this.staleToken = true;
    }
    this.connecting();
    const wait = this.backoff.next();
    // A browser does not tell a refused upgrade from a dead server: the token comes under suspicion, now and then.
    if (this.backoff.failures % 8 === 2) this.staleToken = true;
    const unseen = UNSEEN_WAIT + UNSEEN_SPREAD * this.environment.random();
    this.connectIn(this.environment.visible() ? wait : unseen);
  }

  private refuse(refusal: Refusal): void {
    this.later();
    this.turn({ name: "refused", refusal });
  }

  private connectIn(delay: number): void {
    this.later();
    this.later = this.environment.after(delay, () => this.connect());
  }

  /** The page was hidden or shown, or the device is back: find out now, not at the next heartbeat. */
  private look(): void {
    if (!this.wanted || this.state.name === "refused") return;
    if (!this.environment.visible()) this.pulse.schedule();
    else if (this.current) this.pulse.probe();
    else if (!this.attempt) this.connect();
  }

  private beat(withPositions: boolean): void {
    const streams = withPositions ? { streams: this.traffic.positions() } : {};
    this.current?.send({ type: "heartbeat", sent: this.environment.now(), ...streams });
  }

  private drop(): void {
    this.pulse.stop();
    this.renewal.stop();
    this.later();
    this.current?.close();
    this.current = null;
  }

  private abandon(): void {
    if (this.attempt?.link) this.expectOwnRival();
    this.attempt?.limit();
    this.attempt?.link?.close();
    this.attempt = null;
  }

  /** A second socket of this device is on its way to the server: being displaced for a while means by ourselves. */
  private expectOwnRival(): void {
    this.ownRivalUntil = this.environment.now() + OWN_RIVAL;
  }

  private connecting(): void {
    if (this.state.name !== "connecting") this.turn({ name: "connecting", since: this.environment.now() });
  }

  private turn(state: ConnectionState): void {
    this.state = state;
    this.traffic.state(state);
  }
}

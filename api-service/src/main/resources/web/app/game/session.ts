import type { Ack, MatchSnapshot, ProtocolError, Result } from "../client/protocol";
import type { Settings } from "../client/resources";
import { Api } from "../client/api";
import { ServerClock } from "../client/clock";
import { Connection, type ConnectionState, type Listener } from "../client/connection";
import { DeviceStore } from "../client/device";
import { Outbox } from "../client/outbox";
import { words } from "../client/problem";
import { socketAddress } from "../client/address";
import { fold, foldAck, foldChoice, foldResult } from "./fold";
import { Matchmaking } from "./matchmaking";
import { fromSnapshot } from "./snapshot";
import { isHost, type GameState } from "./state";

/** What will be said again of the same answer; after any other error it is sent again until its ack. */
const FINAL = new Set(["not-open", "bad-choice", "forbidden", "not-found", "malformed"]);

const MATCH = "vstrivia.match";

export type Mode = "duel" | "bot" | "room";

/** What this player is doing: nothing, waiting for somebody, or playing. Screens read it and are told of changes. */
export class Session implements Listener {
  readonly clock = new ServerClock();
  readonly api = new Api(new DeviceStore(localStorage));
  connection: ConnectionState = { name: "idle" };
  game: GameState | null = null;
  match: string | null = sessionStorage.getItem(MATCH);
  search: Matchmaking | null = null;
  notice: string | null = null;
  mode: Mode = "duel";
  private shownAt = new Map<number, number>();
  private readonly watchers = new Set<() => void>();
  private readonly socket = new Connection(
    {
      url: async () => socketAddress((await this.api.config()).socketUrl, location),
      token: (fresh) => this.api.accessToken(fresh),
    },
    this.clock,
    this,
  );
  private readonly outbox = new Outbox(
    (message) => this.socket.send(message),
    (message) => this.api.answer(message),
    (ack) => this.settled(ack),
  );

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Goes back into the match that this tab was in. */
  restore(): void {
    if (this.match && this.api.device) this.open(this.match);
    else this.forget();
  }

  wake(): void {
    this.socket.wake();
  }

  async find(name: string, settings: Settings, bot: boolean): Promise<void> {
    await this.api.enter(name);
    this.mode = bot ? "bot" : "duel";
    this.notice = null;
    this.socket.start();
    this.search = new Matchmaking(
      this.api,
      this.clock,
      bot,
      (match) => this.open(match),
      () => this.changed(),
      (error) => this.stopSearch(words(error)),
    );
    this.changed();
    await this.search.start(settings);
  }

  stopSearch(notice: string | null = null): void {
    this.search?.cancel();
    this.search = null;
    this.notice = notice;
    if (!this.match) this.socket.stop();
    this.changed();
  }

  async joinRoom(name: string, pin: string): Promise<void> {
    await this.api.enter(name);
    this.mode = "room";
    this.open((await this.api.joinRoom(pin)).matchId);
  }

  async hostRoom(name: string, settings: Settings, play: boolean): Promise<void> {
    await this.api.enter(name);
    this.mode = "room";
    this.open((await this.api.openRoom(settings, play)).matchId);
  }

  answer(choices: number[]): void {
    const game = this.game;
    if (!game || game.phase !== "open" || game.answer || !game.plays) return;
    const shown = this.shownAt.get(game.round) ?? performance.now();
    this.game = foldChoice(game, choices);
    this.changed();
    this.outbox.add({
      type: "answer",
      id: messageId(),
      match: game.match,
      round: game.round,
      choices,
      elapsed: Math.max(0, Math.round(performance.now() - shown)),
    });
  }

  /** Leaves for good, and a host ends the game with it; a match that is over is only put away. */
  leave(): void {
    const match = this.match;
    const playing = this.game && this.game.phase !== "finished" && !this.game.removed;
    if (match && playing) {
      const host = this.game !== null && isHost(this.game);
      void (host ? this.api.direct(match, "end") : this.api.leave(match)).catch(() => undefined);
    }
    this.forget();
  }

  dismiss(): void {
    this.notice = null;
    this.changed();
  }

  // What the connection reports.

  state(state: ConnectionState): void {
    this.connection = state;
    this.changed();
  }

  snapshot(stream: string, data: unknown): void {
    if (stream !== `match:${this.match}`) return;
    this.game = fromSnapshot(data as MatchSnapshot, this.api.device?.playerId ?? "", this.game);
    const { current, phase, round } = this.game;
    if (phase === "open" && current?.openedAt && !this.shownAt.has(round)) {
      this.shownAt.set(round, performance.now() - Math.max(0, this.clock.now() - current.openedAt));
    }
    this.changed();
  }

  event(stream: string, kind: string, data: unknown): void {
    if (kind === "match-found" && this.search) return this.open((data as { match: string }).match);
    if (stream !== `match:${this.match}` || !this.game) return;
    if (kind === "round-opened") this.shownAt.set((data as { round: number }).round, performance.now());
    this.game = fold(this.game, kind, data);
    if (this.game.removed === "kicked") return this.forget("The host removed you from this room.");
    this.changed();
  }

  ready(): void {
    this.outbox.flush();
  }

  ack(ack: Ack): void {
    this.outbox.acknowledge(ack);
  }

  result(result: Result): void {
    if (!this.game) return;
    this.game = foldResult(this.game, result);
    this.changed();
  }

  error(error: ProtocolError): void {
    if (error.id && FINAL.has(error.code) && this.outbox.refuse(error.id, error.code)) return;
    if (error.id?.startsWith("join-")) void this.cannotJoin(error.code);
  }

  private async cannotJoin(code: string): Promise<void> {
    if (code === "not-found" || code === "forbidden") {
      this.forget("That match is not there any more, or you are not part of it.");
    } else if (this.match) {
      setTimeout(() => this.match && this.socket.join(this.match), 1500);
    }
  }

  private settled(ack: Ack): void {
    if (!this.game) return;
    this.game = foldAck(this.game, ack);
    this.changed();
  }

  private open(match: string): void {
    this.search?.done();
    this.search = null;
    this.notice = null;
    if (this.match && this.match !== match) this.socket.part(this.match);
    if (this.game?.match !== match) {
      this.game = null;
      this.shownAt.clear();
    }
    this.match = match;
    sessionStorage.setItem(MATCH, match);
    this.socket.start();
    this.socket.join(match);
    this.changed();
  }

  private forget(notice: string | null = null): void {
    if (this.match) this.socket.part(this.match);
    sessionStorage.removeItem(MATCH);
    this.match = null;
    this.game = null;
    this.notice = notice;
    this.socket.stop();
    this.changed();
  }

  private changed(): void {
    for (const watcher of this.watchers) watcher();
  }
}

/** `crypto.randomUUID` is missing on plain-HTTP addresses other than localhost, such as a phone on the same network. */
function messageId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

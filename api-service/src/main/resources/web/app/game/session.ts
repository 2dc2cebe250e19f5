import {
  RealtimeClient,
  socketAddress,
  type Ack,
  type Announcement,
  type ConnectionState,
  type Given,
  type Listener,
  type MatchSnapshot,
  type PlayerEvents,
  type Presence,
  type Progress,
  type Refusal,
  type Result,
} from "../realtime";
import type { Settings } from "../client/resources";
import { Api } from "../client/api";
import { words } from "../client/problem";
import { takeClaim } from "./claim";
import { fold, foldAck, foldGiven, foldPresence, foldProgress, foldResult } from "./fold";
import { Matchmaking } from "./matchmaking";
import { fromSnapshot } from "./snapshot";
import { isHost, type GameState } from "./state";

const MATCH = "vstrivia.match";
const SIGNED_OUT = new Set<Refusal>(["revoked", "signed-out"]);

export type Mode = "duel" | "bot" | "room";

/** What this player is doing: nothing, waiting for somebody, or playing. Screens read it and are told of changes. */
export class Session implements Listener {
  readonly api = new Api(localStorage, () => this.halted());
  connection: ConnectionState = { name: "idle" };
  game: GameState | null = null;
  match: string | null = sessionStorage.getItem(MATCH);
  search: Matchmaking | null = null;
  notice: string | null = null;
  announced: Announcement | null = null;
  mode: Mode = "duel";
  private shownAt = new Map<number, number>();
  private readonly watchers = new Set<() => void>();
  private readonly socket = new RealtimeClient(
    {
      url: async () => socketAddress((await this.api.config()).socketUrl, location),
      token: this.api.socketToken,
      answer: (message) => this.api.answer(message),
    },
    this,
  );
  readonly clock = this.socket.clock;

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Goes back into the match that this tab was in. */
  restore(): void {
    if (this.match && this.api.device) this.open(this.match);
    else this.forget();
    void this.claim();
  }

  /** Where the address is the operator's link: a browser that does not play yet enters as "Admin", to be renamed later. */
  async claim(): Promise<void> {
    const code = takeClaim(location, history);
    if (!code) return;
    try {
      if (!this.api.device) await this.api.enter("Admin");
      await this.api.claimAdmin(code);
      this.notice = "You are the admin of this game now.";
    } catch (error) {
      this.notice = words(error);
    }
    this.changed();
  }

  /** As the same player: the match goes on. */
  async signInAgain(): Promise<void> {
    await this.api.signInAgain();
    this.resume();
  }

  /** As a new player, who is in no match. */
  async startAnew(): Promise<void> {
    await this.api.startAnew();
    this.forget();
  }

  /** Another tab was let in, or is not let in any more: so is this one. */
  accessChanged(): void {
    if (this.api.halt) this.halted();
    else if (this.match && this.connection.name === "idle") this.resume();
    else this.changed();
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

  answer(given: Given): void {
    const game = this.game;
    if (!game || game.phase !== "open" || game.answer || !game.plays) return;
    const shown = this.shownAt.get(game.round) ?? performance.now();
    this.game = foldGiven(game, given);
    this.changed();
    this.socket.answer({
      id: messageId(),
      match: game.match,
      round: game.round,
      ...given,
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

  /** As its host: says something to everybody in the room. */
  async announce(text: string): Promise<void> {
    if (this.match) await this.socket.announce(this.match, text);
  }

  /** The announcement was read, or was there long enough. */
  silence(announcement: Announcement): void {
    if (this.announced !== announcement) return;
    this.announced = null;
    this.changed();
  }

  // What the connection reports.

  state(state: ConnectionState): void {
    this.connection = state;
    // Whether the player has to be asked shows where a token is wanted.
    if (state.name === "refused" && SIGNED_OUT.has(state.refusal)) void this.api.socketToken(true).catch(() => undefined);
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
    if (kind === "match-found" && this.search) return this.open((data as PlayerEvents["match-found"]).match);
    if (kind === "match-left") return this.left((data as PlayerEvents["match-left"]).match);
    if (stream !== `match:${this.match}` || !this.game) return;
    if (kind === "round-opened") this.shownAt.set((data as { round: number }).round, performance.now());
    this.game = fold(this.game, kind, data);
    if (this.game.removed === "kicked") return this.forget("The host removed you from this room.");
    this.changed();
  }

  ack(ack: Ack): void {
    this.update((game) => foldAck(game, ack));
  }

  result(result: Result): void {
    this.update((game) => foldResult(game, result));
  }

  progress(progress: Progress): void {
    this.update((game) => foldProgress(game, progress));
  }

  presence(presence: Presence): void {
    this.update((game) => foldPresence(game, presence));
  }

  announcement(announcement: Announcement): void {
    if (announcement.match !== this.match) return;
    this.announced = announcement;
    this.changed();
  }

  cannotJoin(match: string): void {
    if (match === this.match) this.forget("That match is not there any more, or you are not part of it.");
  }

  /** Nothing lets this device in until its player has said what to do; a match waits for that. */
  private halted(): void {
    this.stopSearch();
    this.socket.stop();
  }

  private resume(): void {
    this.notice = null;
    if (this.match) this.open(this.match);
    else this.changed();
  }

  private update(change: (game: GameState) => GameState): void {
    if (!this.game) return;
    this.game = change(this.game);
    this.changed();
  }

  /** In a large room, or where this device was away, nothing else tells that the host removed somebody. */
  private left(match: string): void {
    if (match !== this.match || this.game?.phase === "finished") return;
    this.forget(this.game?.kind === "room" ? "The host removed you from this room." : "You are no longer in that match.");
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
    this.announced = null;
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

import { closing, ServerClock, socketAddress } from "../../main/typescript/realtime";
import { Backoff } from "../../main/typescript/realtime/backoff";
import { Positions } from "../../main/typescript/realtime/positions";
import { ensure, equal, test } from "./testing";

test("the ceiling of the backoff doubles from 0.4 s to 8 s", () => {
  const backoff = new Backoff(() => 1);
  const waits = Array.from({ length: 7 }, () => backoff.next());
  equal(waits, [400, 800, 1600, 3200, 6400, 8000, 8000]);
});

test("the backoff is anything from nothing to its ceiling, and starts anew", () => {
  const chances = [0, 0.25, 0.5];
  const backoff = new Backoff(() => chances.shift()!);
  equal([backoff.next(), backoff.next(), backoff.failures], [0, 200, 2]);
  backoff.reset();
  equal([backoff.next(), backoff.failures], [200, 1]);
});

test("ten thousand clients that lost one server do not come in the same millisecond", () => {
  const waits = new Map<number, number>();
  for (let client = 0; client < 10_000; client++) {
    const wait = new Backoff(Math.random).next();
    waits.set(wait, (waits.get(wait) ?? 0) + 1);
  }
  ensure(waits.size > 390, `only ${waits.size} moments`);
  ensure(Math.max(...waits.values()) < 100, `${Math.max(...waits.values())} in one moment`);
});

test("the clock believes the echo with the shortest way", () => {
  let local = 1000;
  const clock = new ServerClock(() => local);
  clock.greeted(5000);
  equal(clock.offset, 4000);
  local = 2000;
  clock.echoed(6100, 1800);
  equal(clock.offset, 4200, "offset by an echo of 200 ms");
  local = 3000;
  clock.echoed(9999, 2000);
  equal(clock.offset, 4200, "a slower echo says nothing");
  local = 4000;
  clock.echoed(8010, 3980);
  equal([clock.offset, clock.now()], [4020, 8020], "a faster echo does");
});

test("only the last eight echoes count", () => {
  let local = 0;
  const clock = new ServerClock(() => local);
  local = 10;
  clock.echoed(105, 10);
  for (let echo = 0; echo < 8; echo++) {
    local += 100;
    clock.echoed(local + 500 - 25, local - 50);
  }
  equal(clock.offset, 500);
});

test("an echo from the future, or from before the device slept, is not believed", () => {
  let local = 50_000;
  const clock = new ServerClock(() => local);
  clock.echoed(1, 50_001);
  clock.echoed(1, 10_000);
  equal(clock.offset, 0);
});

test("an event is the next one, a known one, or behind a hole", () => {
  const positions = new Positions();
  const at = (seq: number, epoch = 7) => ({ stream: "s", epoch, seq });
  equal(positions.step(at(1)), "gap", "of an unknown stream");
  positions.set(at(3));
  equal([positions.step(at(3)), positions.step(at(4)), positions.step(at(6))], ["known", "next", "gap"]);
  equal(positions.step(at(5, 8)), "gap", "of another epoch");
  equal(positions.list(), [at(4)]);
});

test("a hello names at most sixteen streams", () => {
  const positions = new Positions();
  for (let stream = 0; stream < 20; stream++) positions.set({ stream: `s${stream}`, epoch: 1, seq: 1 });
  equal([positions.list().length, positions.list()[15].stream], [16, "s19"]);
});

test("each close code leads where the description of the protocol says", () => {
  const comeBack = [1000, 1001, 1005, 1006, 1011, 1012, 1013, 4500, 4503, 4504, 4505];
  equal(comeBack.filter((code) => closing(code).then !== "come-back"), []);
  equal([1008, 4401].filter((code) => closing(code).then !== "new-token"), []);
  const refusals = [4400, 4403, 4408, 4409, 4410, 4429, 4499].map((code) => {
    const verdict = closing(code);
    return verdict.then === "stop" ? verdict.refusal : verdict.then;
  });
  equal(refusals, ["not-understood", "not-allowed", "too-slow", "elsewhere", "revoked", "too-much", "closed"]);
});

test("a server that knows itself as localhost is found under the page's host; a safe page opens a safe socket", () => {
  const page = (origin: string) => new URL(origin);
  const address = (configured: string, origin: string) => socketAddress(configured, page(origin));
  equal(address("ws://localhost:8081/v1/socket", "http://192.168.0.7:8080"), "ws://192.168.0.7:8081/v1/socket");
  equal(address("ws://localhost:8081/v1/socket", "http://localhost:8080"), "ws://localhost:8081/v1/socket");
  equal(address("ws://rt.example.com/v1/socket", "https://example.com"), "wss://rt.example.com/v1/socket");
  equal(address("/v1/socket", "https://example.com"), "wss://example.com/v1/socket");
});

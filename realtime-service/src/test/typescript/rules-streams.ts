import { MATCH, Scene, STREAM } from "./fakes";
import { ensure, equal, settle, test } from "./testing";

test("the first message is a hello, and the token is among the subprotocols", async () => {
  const scene = new Scene();
  scene.client.start();
  await settle();
  const { socket } = scene;
  equal(socket.subprotocols, [
    "trivia.v1",
    "bearer-token-carrier",
    "quarkus-http-upgrade#Authorization#Bearer%20token-1",
  ]);
  socket.open();
  equal(socket.sent, [{ type: "hello", resume: [] }]);
  equal(scene.state, "connecting");
  socket.say(scene.welcome());
  equal(scene.state, "open");
});

test("a match is joined once it is allowed, and resumed from its position after a break", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  equal(socket.sentOf("join").map(({ match }) => match), [MATCH]);
  socket.say(scene.event(1));
  socket.say(scene.event(2));

  socket.break();
  await scene.environment.pass(400);
  const again = await scene.greet(scene.socket);

  equal(again.sent[0], { type: "hello", resume: [{ stream: STREAM, epoch: 7, seq: 2 }] });
  equal(again.sentOf("join"), []);
  again.say(scene.event(2));
  again.say(scene.event(3));
  equal(scene.events, ["e1", "e2", "e3"]);
});

test("a hole is asked for once, and filled in order", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  socket.say(scene.event(1));
  socket.say(scene.event(4));
  socket.say(scene.event(5));
  equal(socket.sentOf("resume"), [{ type: "resume", stream: STREAM, epoch: 7, seq: 1 }]);
  equal(scene.events, ["e1"]);
  for (const seq of [2, 3, 4, 5]) socket.say(scene.event(seq));
  equal(scene.events, ["e1", "e2", "e3", "e4", "e5"]);
});

test("a hole that stays is asked for again after a while", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  socket.say(scene.event(3));
  await scene.environment.pass(2000);
  socket.say(scene.event(4));
  equal(socket.sentOf("resume").length, 2);
});

test("a stream that began anew is resumed, and its snapshot replaces what was known", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  socket.say(scene.event(1, "old"));
  socket.say(scene.event(1, "new", 8));
  equal(socket.sentOf("resume"), [{ type: "resume", stream: STREAM, epoch: 7, seq: 1 }]);
  socket.say({ type: "snapshot", stream: STREAM, epoch: 8, seq: 1, data: "fresh" });
  socket.say(scene.event(2, "next", 8));
  equal([scene.events, scene.snapshots], [["old", "next"], [{ match: MATCH }, "fresh"]]);
});

test("the player's own stream comes unasked", async () => {
  const scene = new Scene();
  const socket = await scene.open();
  socket.say({ type: "snapshot", stream: "player:p", epoch: 1, seq: 4, data: { matches: [] } });
  socket.say({ type: "event", stream: "player:p", epoch: 1, seq: 5, kind: "match-left", data: { match: MATCH } });
  equal(scene.events, ["match-left"]);
});

test("a match that was parted with is heard no more and not resumed", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  scene.client.part(MATCH);
  socket.say(scene.event(1));
  socket.say({ type: "snapshot", stream: STREAM, epoch: 7, seq: 1, data: "late" });
  equal([scene.events, scene.snapshots.length, socket.sentOf("resume")], [[], 1, []]);
  socket.break();
  await scene.environment.pass(400);
  await scene.greet(scene.socket);
  equal(scene.socket.sent[0], { type: "hello", resume: [] });
});

test("a join that is not possible just now is tried again, one that never will be is told", async () => {
  const scene = new Scene();
  scene.client.join(MATCH);
  const socket = await scene.open();
  const [first] = socket.sentOf("join");
  socket.say({ type: "error", code: "unavailable", message: "", id: first.id });
  await scene.environment.pass(2000);
  const [, second] = socket.sentOf("join");
  ensure(second.id !== first.id, "another id");
  socket.say({ type: "error", code: "not-found", message: "", id: second.id });
  await scene.environment.pass(10_000);
  equal([socket.sentOf("join").length, scene.notJoined], [2, [MATCH]]);
});

test("what is not of a stream is passed on: announcements, counts", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  socket.say({ type: "announcement", match: MATCH, text: "<b>Hi</b>", at: 1 });
  socket.say({ type: "progress", match: MATCH, round: 1, answered: 2, players: 3 });
  socket.say({ type: "presence", match: MATCH, players: 300 });
  socket.say({ type: "of a later version" });
  equal(scene.announcements.map(({ text }) => text), ["<b>Hi</b>"]);
  equal([scene.progress[0].answered, scene.presence[0].players], [2, 300]);
});

test("a frame that cannot be read ends the connection, not the client", async () => {
  const scene = new Scene();
  const socket = await scene.open();
  socket.onmessage?.({ data: "{" });
  equal([socket.closedWith, scene.state], [1000, "connecting"]);
  await scene.environment.pass(400);
  equal(scene.environment.sockets.length, 2);
});

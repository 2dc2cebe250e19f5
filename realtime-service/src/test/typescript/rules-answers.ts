import { Refused } from "../../main/typescript/realtime";
import { MATCH, Scene } from "./fakes";
import { equal, settle, test } from "./testing";

test("an answer is sent again with the same id until its ack, which is told once", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  scene.answer();
  await scene.environment.pass(1500);
  const sent = socket.sentOf("answer");
  equal(sent.length, 2);
  equal(sent[0], sent[1]);
  socket.say(scene.ack());
  socket.say(scene.ack());
  await scene.environment.pass(60_000);
  equal([socket.sentOf("answer").length, scene.acks.length], [2, 1]);
});

test("an answer that was under way at a break goes again behind resumed, not before", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  scene.answer();
  socket.break();
  await scene.environment.pass(400);
  const again = scene.socket;
  again.open();
  again.say(scene.welcome());
  await scene.environment.pass(1500);
  equal(again.sentOf("answer").length, 0, "answers before resumed");
  again.say({ type: "resumed" });
  equal(again.sentOf("answer").map(({ id }) => id), ["a1"]);
  again.say(scene.ack());
  equal(scene.acks.map(({ status }) => status), ["stored"]);
});

test("without a socket an answer goes over HTTP, and its ack counts", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  socket.break();
  scene.http = async () => ({ id: "a1", status: "stored", match: MATCH, round: 1, answer: null });
  scene.answer();
  await settle();
  equal([scene.overHttp.length, scene.acks.map(({ id }) => id)], [1, ["a1"]]);
});

test("a socket that swallows answers is helped by HTTP from the second try on", async () => {
  const scene = new Scene();
  await scene.playing();
  scene.answer();
  await settle();
  equal(scene.overHttp.length, 0);
  await scene.environment.pass(1500);
  equal(scene.overHttp.length, 1);
});

test("one answer has one request over HTTP at a time, and the tries slow down", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  scene.http = () => new Promise(() => undefined);
  scene.answer();
  await scene.environment.pass(12_000);
  equal([scene.overHttp.length, socket.sentOf("answer").length], [1, 5]);
});

test("an error ends an answer, unless the server may yet take it", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  scene.answer("a1");
  scene.answer("a2");
  socket.say({ type: "error", code: "unavailable", message: "", id: "a1" });
  socket.say({ type: "error", code: "malformed", message: "", id: "a2" });
  equal(scene.acks, [{ id: "a2", status: "refused", match: MATCH, round: 1, answer: null, code: "malformed" }]);
  await scene.environment.pass(1500);
  equal(socket.sentOf("answer").map(({ id }) => id), ["a1", "a2", "a1"]);
});

test("a server that does not know the match of an answer is asked to join it", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  scene.answer();
  socket.say({ type: "error", code: "out-of-phase", message: "", id: "a1" });
  equal(socket.sentOf("join").length, 2);
  await scene.environment.pass(1500);
  equal([socket.sentOf("answer").length, scene.acks], [2, []]);
});

test("an announcement is said once, and done when it is heard", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  const said = scene.client.announce(MATCH, "hello");
  equal(socket.sentOf("announce").map(({ text }) => text), ["hello"]);
  socket.say({ type: "announcement", match: MATCH, text: "hello", at: 1 });
  await said;
});

test("an announcement that is refused, unheard or without a connection is told", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  const why = async (said: Promise<void>) =>
    said.then(
      () => "said",
      (error: unknown) => (error instanceof Refused ? error.code : "another error"),
    );

  const refused = why(scene.client.announce(MATCH, "one"));
  socket.say({ type: "error", code: "forbidden", message: "", id: socket.sentOf("announce")[0].id });
  equal(await refused, "forbidden");

  const unheard = why(scene.client.announce(MATCH, "two"));
  await scene.environment.pass(5000);
  equal(await unheard, "unavailable");
  equal(socket.sentOf("announce").length, 2, "times said");

  scene.client.stop();
  equal(await why(scene.client.announce(MATCH, "three")), "unavailable");
});

test("a ping measures the way there and back", async () => {
  const scene = new Scene();
  const socket = await scene.open();
  const trip = scene.client.roundTrip();
  await scene.environment.pass(40);
  socket.say({ type: "pong", body: socket.sentOf("ping")[0].body });
  equal(await trip, 40);
});

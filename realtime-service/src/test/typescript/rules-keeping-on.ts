import { Scene, STREAM } from "./fakes";
import { ensure, equal, test } from "./testing";

test("three quick heartbeats measure the clock, then one goes in each interval with the positions", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  equal(await scene.live(socket, 80_000), [0, 250, 1000, 25_000, 50_000, 75_000]);
  const beats = socket.sentOf("heartbeat");
  equal(beats[0].streams, undefined);
  equal(beats[3].streams, [{ stream: STREAM, epoch: 7, seq: 0 }]);
  equal(scene.state, "open");
});

test("a hidden page beats half as often, and at once when it is seen again", async () => {
  const scene = new Scene();
  const socket = await scene.open();
  await scene.live(socket, 10_000);
  await scene.environment.show(false);
  equal(await scene.live(socket, 110_000), [50_000, 100_000]);
  const before = socket.sentOf("heartbeat").length;
  await scene.environment.show(true);
  equal(socket.sentOf("heartbeat").length, before + 1);
  socket.say({ type: "heartbeat", now: 1, sent: null });
  equal((await scene.live(socket, 30_000)).slice(-1), [25_000]);
  equal(scene.environment.sockets.length, 1);
});

test("a connection that says nothing within four seconds of a heartbeat is dead", async () => {
  const scene = new Scene();
  const socket = await scene.open();
  await scene.environment.pass(25_000 + 3999);
  equal(socket.closedWith, null);
  await scene.environment.pass(1);
  equal([socket.closedWith, scene.state], [1000, "connecting"]);
});

test("any message is a sign of life", async () => {
  const scene = new Scene();
  const socket = await scene.playing();
  await scene.environment.pass(25_000 + 3000);
  socket.say(scene.event(1));
  await scene.environment.pass(10_000);
  equal(socket.closedWith, null);
});

test("a device that slept asks again before it calls the connection dead", async () => {
  const scene = new Scene();
  const socket = await scene.open();
  await scene.environment.pass(25_000);
  const before = socket.sentOf("heartbeat").length;
  scene.environment.sleep(600_000);
  await scene.environment.pass(0);
  equal(socket.closedWith, null);
  ensure(socket.sentOf("heartbeat").length > before, "a heartbeat after the sleep");
  await scene.environment.pass(4000);
  equal(socket.closedWith, 1000);
});

test("the token is renewed on the connection when four fifths of its life have passed", async () => {
  const scene = new Scene();
  const socket = await scene.open({ lifetime: 900_000 });
  await scene.live(socket, 719_000);
  equal(socket.sentOf("renew"), []);
  await scene.live(socket, 1000);
  equal(socket.sentOf("renew").map(({ token }) => token), ["token-2"]);
  equal(scene.tokens, [false, true]);

  socket.say({ type: "renewed", expires: scene.environment.time + 900_000 });
  await scene.live(socket, 719_000);
  equal(socket.sentOf("renew").length, 1);
  await scene.live(socket, 1000);
  equal(socket.sentOf("renew").length, 2);
  equal(scene.environment.sockets.length, 1);
});

test("renewals of many clients are spread over a tenth of the life", async () => {
  const moments: number[] = [];
  for (const chance of [0, 1]) {
    const scene = new Scene();
    scene.environment.chance = chance;
    const socket = await scene.open({ lifetime: 100_000 });
    const from = scene.environment.time;
    while (!socket.sentOf("renew").length) await scene.live(socket, 50);
    moments.push(scene.environment.time - from);
  }
  equal(moments, [75_000, 85_000]);
});

test("a renewal that fails is tried again while the token lives", async () => {
  const scene = new Scene();
  const socket = await scene.open({ lifetime: 100_000 });
  scene.token = () => Promise.reject(new Error("offline"));
  await scene.live(socket, 80_000);
  equal([scene.tokens, socket.sentOf("renew")], [[false, true], []]);
  scene.token = async () => "new";
  await scene.live(socket, 16_000);
  equal(socket.sentOf("renew").length, 1);
  socket.say({ type: "error", code: "unauthenticated", message: "", id: socket.sentOf("renew")[0].id });
  await scene.live(socket, 3500);
  equal(socket.sentOf("renew").length, 2);
  equal(scene.state, "open");
});

test("a token that lives longer than a timer can wait is not renewed in a loop", async () => {
  const scene = new Scene();
  const socket = await scene.open({ lifetime: 400 * 86_400_000 });
  await scene.live(socket, 60_000);
  equal(scene.tokens, [false]);
});

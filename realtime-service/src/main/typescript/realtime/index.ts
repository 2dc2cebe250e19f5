/** A client of the socket protocol trivia.v1: the one door. See README.md. */
export { socketAddress } from "./address";
export { RealtimeClient, type Hooks, type Listener } from "./client";
export { ServerClock } from "./clock";
export { closing, type Closing, type Refusal } from "./closing";
export type { ConnectionState, Door } from "./connection";
export { browser, type Cancel, type Environment, type Socket } from "./environment";
export type { OverHttp } from "./outbox";
export { Refused } from "./requests";
export type * from "./protocol";

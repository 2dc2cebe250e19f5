/** What the client needs of its surroundings; a test, or another platform, brings its own. */
export interface Environment {
  /** Ms since 1970 by the device's own clock. */
  now(): number;
  /** From 0 up to, but without, 1. */
  random(): number;
  /** Runs a task once, in so many ms, unless it is cancelled before. */
  after(delay: number, task: () => void): Cancel;
  dial(url: string, subprotocols: string[]): Socket;
  /** Whether somebody can see the page. */
  visible(): boolean;
  /** Tells when that changes, and when the device is back online or awake. */
  watch(listener: () => void): Cancel;
}

export type Cancel = () => void;

/** The part of a WebSocket that is used. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((frame: { data: string }) => void) | null;
  onclose: ((close: { code: number }) => void) | null;
  send(frame: string): void;
  close(code: number): void;
}

export const NOTHING: Cancel = () => undefined;

/** A page in a browser. The only place here that knows one. */
export function browser(): Environment {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    after: (delay, task) => {
      const timer = setTimeout(task, delay);
      return () => clearTimeout(timer);
    },
    dial: (url, subprotocols) => new WebSocket(url, subprotocols) as unknown as Socket,
    visible: () => document.visibilityState === "visible",
    watch: (listener) => {
      document.addEventListener("visibilitychange", listener);
      document.addEventListener("resume", listener);
      addEventListener("online", listener);
      addEventListener("pageshow", listener);
      return () => {
        document.removeEventListener("visibilitychange", listener);
        document.removeEventListener("resume", listener);
        removeEventListener("online", listener);
        removeEventListener("pageshow", listener);
      };
    },
  };
}

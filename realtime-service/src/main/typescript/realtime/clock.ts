/**
 * The server's clock as seen from here. Of the last eight echoes the one with the shortest round trip is believed,
 * since its midpoint is the least wrong.
 */
export class ServerClock {
  private samples: { offset: number; roundTrip: number }[] = [];

  constructor(private readonly local: () => number = Date.now) {}

  now(): number {
    return this.local() + this.offset;
  }

  get offset(): number {
    let best = this.samples[0];
    for (const sample of this.samples) if (sample.roundTrip < best.roundTrip) best = sample;
    return best ? best.offset : 0;
  }

  /** A greeting without an echo: better than nothing until the first heartbeat is back. */
  greeted(now: number): void {
    this.samples = [{ offset: now - this.local(), roundTrip: 5000 }];
  }

  echoed(now: number, sent: number): void {
    const received = this.local();
    const roundTrip = received - sent;
    if (roundTrip < 0 || roundTrip > 30_000) return;
    this.samples = [...this.samples, { offset: now + roundTrip / 2 - received, roundTrip }].slice(-8);
  }
}

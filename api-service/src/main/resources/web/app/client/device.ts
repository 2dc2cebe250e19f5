/** What this browser knows itself by: registered once, kept until the player clears it. */
export interface Device {
  playerId: string;
  deviceId: string;
  secret: string;
  name: string;
}

const KEY = "vstrivia.device";
const BEFORE = "vstrivia.device.before";

export class DeviceStore {
  constructor(private readonly storage: Storage) {}

  load(): Device | null {
    try {
      const device = JSON.parse(this.storage.getItem(KEY) ?? "null");
      return device?.deviceId && device?.secret ? device : null;
    } catch {
      return null;
    }
  }

  save(device: Device): void {
    this.storage.setItem(KEY, JSON.stringify(device));
  }

  /** Another one is in its place from now on; who it was is kept. */
  replace(device: Device): void {
    const before = this.storage.getItem(KEY);
    if (before) this.storage.setItem(BEFORE, before);
    this.save(device);
  }
}

const SHOWN_AFTER_MS = 500;
const EVERY_MS = 1000;
const ERASE_LINE = "\r\u001b[2K";

/** One line on standard error on what is going on; only on a terminal, and only where it takes a while. */
export class Progress {
  private readonly start = Date.now();
  private doing = "";
  private isShown = false;
  private timer: NodeJS.Timeout | undefined;

  show(doing: string): void {
    this.doing = doing;
    this.write();
    // The time goes on where nothing else does, such as in a program that never ends.
    this.timer ??= setInterval(() => {
      this.write();
    }, EVERY_MS).unref();
  }

  clear(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    if (this.isShown) {
      process.stderr.write(ERASE_LINE);
      this.isShown = false;
    }
  }

  private write(): void {
    const elapsed = Date.now() - this.start;
    if (process.stderr.isTTY && elapsed > SHOWN_AFTER_MS) {
      const line = `${this.doing} (${String(Math.round(elapsed / 1000))} s)`;
      // A line that wraps could not be erased.
      process.stderr.write(ERASE_LINE + line.slice(0, Math.max(1, (process.stderr.columns || 80) - 1)));
      this.isShown = true;
    }
  }
}

const SHOWN_AFTER_MS = 500;
const ERASE_LINE = "\r\u001b[2K";

/** One line on standard error that says what is going on; only on a terminal, and only where it takes a while. */
export class Progress {
  private readonly start = Date.now();
  private isShown = false;

  show(doing: string): void {
    const elapsed = Date.now() - this.start;
    if (process.stderr.isTTY && elapsed > SHOWN_AFTER_MS) {
      process.stderr.write(`${ERASE_LINE}${doing} (${String(Math.round(elapsed / 1000))} s)`);
      this.isShown = true;
    }
  }

  clear(): void {
    if (this.isShown) {
      process.stderr.write(ERASE_LINE);
      this.isShown = false;
    }
  }
}

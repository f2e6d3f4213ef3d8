const NAMES = ["AWS_REGION", "AWS_DEFAULT_REGION"] as const;

/** Takes this machine's region away while a file's tests run: it would stand in for one that a program forgot. */
export function withoutOwnRegion(): void {
  const kept = NAMES.map((name) => [name, process.env[name]] as const);
  beforeAll(() => {
    for (const name of NAMES) {
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- an assignment would leave the text "undefined"
      delete process.env[name];
    }
  });
  afterAll(() => {
    for (const [name, value] of kept) {
      if (value !== undefined) {
        process.env[name] = value;
      }
    }
  });
}

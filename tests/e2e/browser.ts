// Which browser, and how to start it without it talking to anybody.

const executablePath = process.env.EBB_CHROME;
if (!executablePath) throw new Error("EBB_CHROME names no browser: start this through `cargo xtask test`");

export const launchOptions = {
  executablePath,
  args: [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
  ],
};

export const browser = { browserName: "chromium" as const, launchOptions };

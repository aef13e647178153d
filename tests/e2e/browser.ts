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

// The shell has the engine and no windows. What goes on in a profile that outlives it is for a whole one.
const shell = process.env.EBB_SHELL ?? executablePath;

export const browser = { browserName: "chromium" as const, launchOptions: { ...launchOptions, executablePath: shell } };

// A real nginx that serves a build by the project's own sample.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { dist, type Server } from "./server.ts";

const program = process.env.EBB_NGINX ?? "nginx";
const SAMPLE = join(dist, "hosting/nginx.conf");

/** Serves the build as somebody would who has put it on a host: by TLS, with a certificate of its own. */
export async function serveByNginx(): Promise<Server> {
  const place = mkdtempSync(join(tmpdir(), "ebb-nginx-"));
  const port = await freePort();
  certify(place);
  writeFileSync(join(place, "ebb.conf"), adapted(readFileSync(SAMPLE, "utf8"), place, port));
  writeFileSync(join(place, "nginx.conf"), around(place));
  const child = spawn(program, ["-e", "stderr", "-p", place, "-c", join(place, "nginx.conf")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said: string[] = [];
  const ended = new Promise<void>((resolve) => {
    child.on("exit", () => resolve());
    // There is no such program.
    child.on("error", ({ message }) => {
      said.push(message);
      resolve();
    });
  });
  const stop = async () => {
    child.kill("SIGKILL");
    await ended;
    rmSync(place, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    // Its version is the first thing nginx tells once it listens.
    if (/\[notice\].* nginx\//.test(line)) {
      child.stderr.resume();
      return { url: `https://127.0.0.1:${port}`, stop };
    }
  }
  await stop();
  throw new Error(`nginx did not start:\n${said.join("\n")}`);
}

/** The sample, changed in nothing but where things are. A place that is not found there is a fault. */
function adapted(sample: string, place: string, port: number): string {
  const places: [string, string][] = [
    ["listen 443 ", `listen 127.0.0.1:${port} `],
    ["/etc/ssl/ebb/fullchain.pem", join(place, "certificate.pem")],
    ["/etc/ssl/ebb/key.pem", join(place, "key.pem")],
    ["root /var/www/ebb;", `root ${dist};`],
  ];
  return places.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`${SAMPLE} does not say "${from}" once`);
    return text.replace(from, () => to);
  }, sample);
}

/** What a host's own file has around the sample; one process, which needs no rights. */
function around(place: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
    daemon off;
    master_process off;
    pid ${place}/pid;
    error_log stderr notice;
    events {}
    http {
      ${temporary.map((kind) => `${kind}_temp_path ${place}/${kind};`).join("\n      ")}
      default_type application/octet-stream;
      include ${place}/ebb.conf;
    }
  `;
}

function certify(place: string) {
  execFileSync(
    "openssl",
    "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1"
      .split(" ")
      .concat("-addext", "subjectAltName=IP:127.0.0.1")
      .concat("-keyout", join(place, "key.pem"), "-out", join(place, "certificate.pem")),
    { stdio: "pipe" },
  );
}

/** nginx takes no free port by itself. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

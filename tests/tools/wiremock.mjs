// Starts WireMock for as long as standard input stays open: when the test host ends, however it ends, so does the
// server. Everything after the root directory is passed on to WireMock.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";

const build = new URL("./node_modules/wiremock/build/", import.meta.url);
const jar = readdirSync(build).find((file) => file.startsWith("wiremock-standalone-") && file.endsWith(".jar"));
const [root, ...rest] = process.argv.slice(2);
const java = spawn(
  "java",
  ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-jar", decodeURIComponent(new URL(jar, build).pathname),
    "--root-dir", root, "--port", "0", "--bind-address", "127.0.0.1", "--disable-banner", ...rest],
  { stdio: ["ignore", "inherit", "inherit"] },
);

java.on("error", (failure) => {
  console.error(String(failure));
  process.exit(1);
});
java.on("exit", (code) => process.exit(code ?? 0));
process.stdin.on("end", () => java.kill("SIGKILL"));
process.stdin.resume();

// Signs and verifies webhooks with the libraries that senders and receivers use, one JSON line each way:
//   in   {"library": "svix", "now": 1614265330, "secret": "whsec_…", "body": "…", "sign": {"id": "msg_1", "timestamp": 1614265330}}
//   out  {"signature": "v1,…"}
//   in   {"library": "standardwebhooks", "now": 1614265330, "secret": "whsec_…", "body": "…", "verify": {"webhook-id": "…", …}}
//   out  {"genuine": true}
// Ends when its standard input does, so it never outlives the test host that started it.
import { createInterface } from "node:readline";
import * as standardwebhooks from "standardwebhooks";
import * as svix from "svix";

const libraries = { standardwebhooks, svix };

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.length > 0) process.stdout.write(JSON.stringify(answer(JSON.parse(line))) + "\n");
}

function answer({ library, now, secret, body, sign, verify }) {
  const { Webhook, WebhookVerificationError } = libraries[library];
  Date.now = () => now * 1000; // what the libraries take for the clock
  const webhook = new Webhook(secret);
  if (sign) return { signature: webhook.sign(sign.id, new Date(sign.timestamp * 1000), body) };
  try {
    webhook.verify(body, verify);
    return { genuine: true };
  } catch (error) {
    if (error instanceof WebhookVerificationError) return { genuine: false };
    throw error;
  }
}

// Answers questions about JSON Schema, one JSON line each way:
//   in   {"id": 7, "pointer": "#/$defs/CustomerResponse", "open": false, "instance": {…}}
//   out  {"id": 7, "errors": ["/email must be string"]}
// Ends when its standard input does, so it never outlives the test host that started it.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [frozen, newer] = process.argv.slice(2, 4).map((path) => JSON.parse(readFileSync(path, "utf8")));
const contract = { ...frozen, newer: newer.endpoints, $defs: { ...frozen.$defs, ...newer.$defs } };
for (const [schema, members] of Object.entries(newer.members)) Object.assign(contract.$defs[schema].properties, members);
for (const [schema, values] of Object.entries(newer.values)) contract.$defs[schema].enum.push(...values);
const worlds = { open: compiler(prepare(contract, false)), closed: compiler(prepare(contract, true)) };

process.stdout.write("ready\n");
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.length > 0) process.stdout.write(JSON.stringify(answer(line)) + "\n");
}

function answer(line) {
  let id = null;
  try {
    const question = JSON.parse(line);
    id = question.id;
    const check = (question.open ? worlds.open : worlds.closed)(question.pointer);
    return { id, errors: check(question.instance) ? [] : [...new Set(check.errors.map(describe))] };
  } catch (failure) {
    return { id, failure: String(failure) };
  }
}

function compiler(schema) {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats(ajv, { mode: "full" });
  ajv.addVocabulary(["api", "apiVersion", "endpoints", "newer", "webhooks"]);
  ajv.addSchema(schema, "contract");
  const compiled = new Map();
  return (pointer) => {
    let check = compiled.get(pointer);
    if (check === undefined) {
      check = ajv.compile({ $ref: `contract${pointer}` });
      compiled.set(pointer, check);
    }
    return check;
  };
}

// Two things are said differently here than in the description of the API:
// * its `oneOf` cases overlap (12 is an integer and a number; an object of optional members admits any object), so at
//   least one case must fit, rather than exactly one;
// * in the closed world an object has no members but those described. That finds the misspelt optional member which an
//   open schema lets through, and tells the cases of a union apart.
function prepare(node, closed) {
  if (Array.isArray(node)) return node.map((child) => prepare(child, closed));
  if (node === null || typeof node !== "object") return node;

  const flat = node.allOf ? merge(node.allOf) : node;
  const result = {};
  for (const [key, value] of Object.entries(flat)) {
    if (key === "properties") {
      result.properties = Object.fromEntries(Object.entries(value).map(([name, child]) => [name, prepare(child, closed)]));
    } else if (key === "enum" || key === "required") {
      result[key] = value;
    } else {
      result[key === "oneOf" ? "anyOf" : key] = prepare(value, closed);
    }
  }
  if (closed && result.properties && result.additionalProperties === undefined) result.additionalProperties = false;
  return result;
}

function merge(parts) {
  const merged = { type: "object", required: [], properties: {} };
  for (const part of parts) {
    const schema = part.$ref ? contract.$defs[part.$ref.split("/").at(-1)] : part;
    merged.required.push(...(schema.required ?? []));
    Object.assign(merged.properties, schema.properties);
  }
  return merged;
}

function describe(error) {
  const detail = error.params.additionalProperty ?? error.params.allowedValues?.join(", ");
  return `${error.instancePath || "/"} ${error.message}${detail === undefined ? "" : `: ${detail}`}`;
}

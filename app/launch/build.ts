import { buildApplication } from "./build-application.ts";

await buildApplication(console.log);

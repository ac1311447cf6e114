import { createServer } from "node:http";

/** The least that Node can answer: what the application's answers are measured against. */
const server = createServer((_request, response) => response.end("ok"));
server.listen(Number(process.argv[2]), "127.0.0.1", () => console.log("siap di"));

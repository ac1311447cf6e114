import { pino } from "pino";

/** The process's log: JSON lines on standard error. Never hand it a name, a number, a PIN or a form. */
export const logger = pino({ level: process.env["LOG_LEVEL"] ?? "info", base: null }, pino.destination({ fd: 2, sync: false }));

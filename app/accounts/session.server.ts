import { createHash } from "node:crypto";
import { type Adapter, generateIdFromEntropySize, Lucia, TimeSpan } from "lucia";
import { db, pool } from "#db/client.ts";
import {
  deleteExpiredSessions,
  deleteLearnerSession,
  deleteSessionsOfLearner,
  deleteSessionsOfStaff,
  deleteStaffSession,
  extendLearnerSession,
  extendStaffSession,
  findLearnerSession,
  findStaffSession,
  insertLearnerSession,
  insertStaffSession,
} from "#db/sessions.ts";
import type { LearnerViewer, StaffViewer, Viewer } from "./role.ts";

/**
 * Sessions, on Lucia 3. Lucia is deprecated upstream: this file is the only one that imports it, so
 * that it can be replaced here alone. Two kinds, because they live in two families of tables: a
 * learner's session is found by village, its cookie therefore reads `<village code>:<token>`. The
 * database holds only the hash of a token.
 */
declare module "lucia" {
  interface Register {
    Lucia: Lucia<Record<never, never>, { viewer: Viewer }>;
    DatabaseUserAttributes: { viewer: Viewer };
  }
}

/** Without a visit for this long a session ends. Learners share PCs: half of this is the shortest pause that ends one. */
const learnerIdle = new TimeSpan(60, "m");
const staffIdle = new TimeSpan(8, "h");

const learnerAdapter: Adapter = {
  async getSessionAndUser(sessionId) {
    const { villageCode, id } = learnerKey(sessionId);
    const row = await findLearnerSession(pool, villageCode, id);
    if (!row) return [null, null];
    const { expiresAt, ...learner } = row;
    const userId = `${villageCode}:${row.learnerId}`;
    const viewer: LearnerViewer = { kind: "learner", villageCode, ...learner };
    return [
      { id: sessionId, userId, expiresAt, attributes: {} },
      { id: userId, attributes: { viewer } },
    ];
  },
  async setSession(session) {
    const [villageCode = "", learnerId = ""] = session.userId.split(":");
    await insertLearnerSession(db, { villageCode, id: learnerKey(session.id).id, learnerId, expiresAt: session.expiresAt });
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    const { villageCode, id } = learnerKey(sessionId);
    await extendLearnerSession(db, villageCode, id, expiresAt);
  },
  async deleteSession(sessionId) {
    const { villageCode, id } = learnerKey(sessionId);
    await deleteLearnerSession(db, villageCode, id);
  },
  async deleteUserSessions(userId) {
    const [villageCode = "", learnerId = ""] = userId.split(":");
    await deleteSessionsOfLearner(db, villageCode, learnerId);
  },
  getUserSessions: async () => [],
  deleteExpiredSessions: async () => void (await deleteExpiredSessions(db, new Date())),
};

const staffAdapter: Adapter = {
  async getSessionAndUser(sessionId) {
    const row = await findStaffSession(db, hashToken(sessionId));
    if (!row) return [null, null];
    const { expiresAt, ...staff } = row;
    const viewer: StaffViewer = { kind: "staff", ...staff };
    return [
      { id: sessionId, userId: row.staffId, expiresAt, attributes: {} },
      { id: row.staffId, attributes: { viewer } },
    ];
  },
  setSession: (session) => insertStaffSession(db, { id: hashToken(session.id), staffId: session.userId, expiresAt: session.expiresAt }),
  updateSessionExpiration: (sessionId, expiresAt) => extendStaffSession(db, hashToken(sessionId), expiresAt),
  deleteSession: (sessionId) => deleteStaffSession(db, hashToken(sessionId)),
  deleteUserSessions: (staffId) => deleteSessionsOfStaff(db, staffId),
  getUserSessions: async () => [],
  deleteExpiredSessions: async () => void (await deleteExpiredSessions(db, new Date())),
};

const getUserAttributes = ({ viewer }: { viewer: Viewer }) => ({ viewer });
const learnerSessions = new Lucia(learnerAdapter, {
  sessionExpiresIn: learnerIdle,
  sessionCookie: { name: "melek_peserta" },
  getUserAttributes,
});
const staffSessions = new Lucia(staffAdapter, { sessionExpiresIn: staffIdle, sessionCookie: { name: "melek_staf" }, getUserAttributes });

function learnerKey(sessionId: string): { villageCode: string; id: string } {
  const [villageCode = "", token = ""] = sessionId.split(":");
  return { villageCode, id: hashToken(token) };
}

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Who is signed in on this request, if anyone. A session in use is extended on the way. */
export async function findViewer(request: Request): Promise<Viewer | null> {
  const cookies = request.headers.get("cookie") ?? "";
  for (const sessions of [learnerSessions, staffSessions]) {
    const sessionId = readCookie(cookies, sessions.sessionCookieName);
    if (!sessionId) continue;
    const { user } = await sessions.validateSession(sessionId);
    if (user) return user.viewer;
  }
  return null;
}

/** Begins a learner's session; answers the Set-Cookie header. */
export async function startLearnerSession(request: Request, learner: { villageCode: string; learnerId: string }): Promise<string> {
  const sessionId = `${learner.villageCode}:${generateIdFromEntropySize(25)}`;
  await learnerSessions.createSession(`${learner.villageCode}:${learner.learnerId}`, {}, { sessionId });
  return sessionCookie(request, learnerSessions.sessionCookieName, sessionId);
}

/** Begins a staff member's session; answers the Set-Cookie header. */
export async function startStaffSession(request: Request, staffId: string): Promise<string> {
  const { id } = await staffSessions.createSession(staffId, {}, { sessionId: generateIdFromEntropySize(25) });
  return sessionCookie(request, staffSessions.sessionCookieName, id);
}

/** Ends every session of this request; answers the Set-Cookie headers that empty the cookies. */
export async function endSessions(request: Request): Promise<string[]> {
  const cookies = request.headers.get("cookie") ?? "";
  for (const sessions of [learnerSessions, staffSessions]) {
    const sessionId = readCookie(cookies, sessions.sessionCookieName);
    if (sessionId) await sessions.invalidateSession(sessionId);
  }
  return [learnerSessions, staffSessions].map(({ sessionCookieName }) => `${sessionCookie(request, sessionCookieName, "")}; Max-Age=0`);
}

/** Ends all sessions of a learner, on whichever device. */
export function endSessionsOfLearner(villageCode: string, learnerId: string): Promise<void> {
  return learnerSessions.invalidateUserSessions(`${villageCode}:${learnerId}`);
}

// No Max-Age: the cookie goes with the browser, as shared PCs need. The server's own limit counts in any case.
function sessionCookie(request: Request, name: string, value: string): string {
  return writeCookie(request, name, value, "Path=/");
}

/** A Set-Cookie header that only our own pages send back and no script reads; `where` holds its path, and how long it lasts. */
export function writeCookie(request: Request, name: string, value: string, where: string): string {
  return `${name}=${value}; ${where}; HttpOnly; SameSite=Lax${isSecure(request) ? "; Secure" : ""}`;
}

/** Whether the browser speaks TLS with us, or with the proxy before us (the server then rewrites the URL to https). */
function isSecure(request: Request): boolean {
  return request.url.startsWith("https:");
}

/** The value of one cookie in a Cookie header. */
export function readCookie(header: string, name: string): string | null {
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

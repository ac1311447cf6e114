import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";

const inflate = promisify(inflateRaw);

/** The parts of a ZIP archive that were asked for; null when the archive is damaged, is locked, or grows too large. */
export type Archive = ReadonlyMap<string, Buffer>;
export class ArchiveTooLarge extends Error {}
export class ArchiveDamaged extends Error {}

const mostParts = 500;
const signature = { part: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 };

/**
 * Unpacks the parts of an archive whose path `isWanted`, and never more than `mostBytes` of them, whatever sizes
 * the archive claims: a "zip bomb" throws `ArchiveTooLarge`, anything malformed or encrypted `ArchiveDamaged`.
 * Format: PKWARE APPNOTE 6.3.10, without ZIP64.
 */
export async function openArchive(bytes: Buffer, isWanted: (path: string) => boolean, mostBytes: number): Promise<Archive> {
  const parts = new Map<string, Buffer>();
  let left = mostBytes;
  for (const entry of entriesOf(bytes)) {
    if (!isWanted(entry.path)) continue;
    const content = await unpack(bytes, entry, left);
    left -= content.length;
    parts.set(entry.path, content);
  }
  return parts;
}

/** The paths in an archive. */
export function pathsOf(bytes: Buffer): string[] {
  return entriesOf(bytes).map(({ path }) => path);
}

interface Entry {
  path: string;
  method: number;
  size: number;
  at: number;
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0 || end + 22 > bytes.length) throw new ArchiveDamaged();
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostParts) throw new ArchiveTooLarge();
  const entries: Entry[] = [];
  for (let at = bytes.readUInt32LE(end + 16); entries.length < count; ) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== signature.directory) throw new ArchiveDamaged();
    const [pathLength, extraLength, commentLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
    if (isEncrypted) throw new ArchiveDamaged();
    const path = bytes.toString("utf8", at + 46, at + 46 + pathLength);
    entries.push({ path, method: bytes.readUInt16LE(at + 10), size: bytes.readUInt32LE(at + 20), at: bytes.readUInt32LE(at + 42) });
    at += 46 + pathLength + extraLength + commentLength;
  }
  return entries;
}

async function unpack(bytes: Buffer, { method, size, at }: Entry, mostBytes: number): Promise<Buffer> {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== signature.part) throw new ArchiveDamaged();
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(from, from + size);
  if (packed.length !== size || (method !== 0 && method !== 8)) throw new ArchiveDamaged();
  if (method === 0 ? size > mostBytes : mostBytes <= 0) throw new ArchiveTooLarge();
  if (method === 0) return packed;
  try {
    return await inflate(packed, { maxOutputLength: mostBytes });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? new ArchiveTooLarge() : new ArchiveDamaged();
  }
}

/** A ZIP archive of these parts, unpacked: what reads it sees exactly them. */
export function packUnpacked(parts: Archive): Buffer {
  const [heads, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [path, content] of parts) {
    const name = Buffer.from(path, "utf8");
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2); // the path is UTF-8
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    heads.push(uint32(signature.part), facts, name, content);
    directory.push(uint32(signature.directory), Buffer.from([20, 0]), facts, Buffer.alloc(10), uint32(at), name);
    at += 30 + name.length + content.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...heads, listed, uint32(signature.end), end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/* Reads the code of a signed record of learning, as record_code.py does, where its form is written down. */

import { dayOf } from "./days.js";

const MARK = "PR1";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // base32 of RFC 4648
const SIGNED_FIRST = "porpiang record 1\n";
const SIGNATURE_LENGTH = 64;
const KEY_LENGTH = 32;
const RECORD = /^([^\n]*)\n([^\n]*)\n([^\n]*)\n([^\n]*)\n(\d{4}-\d{2}-\d{2})\n(0|[1-9]\d{0,3})\/([1-9]\d{0,3})\n$/;

/** A code not to be trusted; fault is "strange" (none of ours), "cut" (letters lack) or "changed" (mistyped, forged). */
export class CodeError extends Error {
  constructor(fault) {
    super(fault);
    this.fault = fault;
  }
}

/** Return the bytes of base32 text; null where its length cannot be, or where bits are left over. */
function bytesOf(text) {
  const bytes = [];
  let bits = 0;
  let waiting = 0;
  for (const letter of text) {
    waiting = (waiting << 5) | LETTERS.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(waiting >> bits);
    waiting &= (1 << bits) - 1;
  }
  return bits < 5 ? { bytes: Uint8Array.from(bytes), isWhole: waiting === 0 } : null;
}

/** Return {organizer, name, course, version, day, right, count} with the signature and what it signs; throws CodeError. */
export function readCode(code) {
  const plain = code.slice(code.lastIndexOf("#") + 1).replace(/[\s-]+/g, "").toUpperCase();
  const letters = plain.slice(MARK.length);
  if (!plain.startsWith(MARK) || /[^A-Z2-7]/.test(letters)) throw new CodeError("strange");
  const read = bytesOf(letters);
  const text = read?.bytes.slice(SIGNATURE_LENGTH) ?? [];
  if (text.at(-1) !== 10 || text.filter((byte) => byte === 10).length < 6) throw new CodeError("cut");
  if (!read.isWhole) throw new CodeError("changed");
  const [, organizer, name, course, version, day, right, count] = RECORD.exec(decoded(text)) ?? [];
  if (!organizer || !dayOf(day)) throw new CodeError("changed");
  const record = { organizer, name, course, version, day, right: Number(right), count: Number(count) };
  const signed = Uint8Array.from([...new TextEncoder().encode(SIGNED_FIRST), ...text]);
  return { ...record, signature: read.bytes.slice(0, SIGNATURE_LENGTH), signed };
}

function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CodeError("changed");
  }
}

/** Return the bytes of a public key as keygen prints it, or null for any other text. */
export function readKey(text) {
  const plain = text.replace(/\s+/g, "").toUpperCase();
  const read = /^[A-Z2-7]+$/.test(plain) ? bytesOf(plain) : null;
  return read?.isWhole && read.bytes.length === KEY_LENGTH ? read.bytes : null;
}

/** Say whether the owner of a key signed what was read; fails where the browser cannot work that out. */
export async function isSigned({ signature, signed }, key) {
  const { verifyAsync } = await import("./ed25519.js");
  return verifyAsync(signature, signed, key, { zip215: false }); // as RFC 8032 and Python have it
}

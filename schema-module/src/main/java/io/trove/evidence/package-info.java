/**
 * What a ledger signs, hands out and can be held to; and the check of it without a server.
 *
 * <p>Promises: checkpoints are C2SP {@code tlog-checkpoint} in a C2SP signed note, cosignatures C2SP {@code
 * tlog-cosignature}, a single event's proof C2SP {@code tlog-proof}. {@link io.trove.evidence.Verifier} trusts nothing of
 * what it is given but the keys that its caller names: what it lets pass was signed by one of them, and every record and
 * every disclosed member leads to that signature. What it does not know (a version, rules, a member) it refuses.
 *
 * <p>Operations: {@link io.trove.evidence.Checkpoint} and {@link io.trove.evidence.SignedNote} are read, written, signed
 * and checked; {@link io.trove.evidence.Evidence} is the file that discloses events; {@link
 * io.trove.evidence.TlogProof} the one for other tools; {@link io.trove.evidence.Verifier} checks evidence, and {@link
 * io.trove.evidence.Verify} is that from the command line.
 *
 * <p>Out of scope: who may be given what; keeping keys.
 *
 * <p><em>Why does the file carry bytes in base64 rather than JSON in JSON? What was hashed are bytes; a reader who parses
 * and prints them again checks another text.</em>
 */
package io.trove.evidence;

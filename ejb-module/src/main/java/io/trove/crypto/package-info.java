/**
 * Keys and randomness.
 *
 * <p>Promises: a server that does not hold every Ed25519 key that the ledgers sign with now refuses to start, and no
 * key that was made is ever replaced; a secret
 * that servers share is made once and is the same on all of them; no two server processes on one database make flake ids
 * with the same worker; what is kept in a private file is readable by its owner only, whole or not there at all.
 *
 * <p>Operations: {@link io.trove.crypto.Signer} signs with the keys that this server holds; {@link io.trove.crypto.Seeds} hands out
 * random bytes; {@link io.trove.crypto.Secrets} gives shared keys by name; {@link io.trove.crypto.MacKey} authenticates
 * bytes; {@link io.trove.crypto.FlakeWorkers} provides {@link io.trove.event.Flakes}; {@link
 * io.trove.crypto.PrivateFile} writes files for the owner's eyes.
 *
 * <p>Out of scope: password hashing (Jakarta Security's), checkpoints and signed notes (io.trove.evidence), sealing and
 * erasure (not built yet).
 *
 * <p><em>Why a worker is drawn at random for each start and never given back: a lease that expires needs clocks and
 * heartbeats to be right, and a machine's address is the same on its clone; a row that a start inserts under a primary
 * key needs neither, and 48 bits outlast one start a second for millions of years.</em>
 */
package io.trove.crypto;

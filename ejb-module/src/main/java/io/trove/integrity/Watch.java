package io.trove.integrity;

import io.trove.evidence.NoteKey;
import java.net.URI;
import java.util.OptionalLong;

/**
 * What a witness saw of a ledger last.
 *
 * @param key the key by which it cosigns
 * @param address where it is asked
 * @param size the largest tree of which it cosigned the checkpoint; 0 when it saw none yet
 * @param seenAtMicros when it did, by its own clock
 */
public record Watch(NoteKey key, URI address, long size, OptionalLong seenAtMicros) {}

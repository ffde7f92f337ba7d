package io.trove.evidence;

import java.util.Map;
import java.util.TreeMap;

/** An event as evidence discloses it: its record, and those of its private members that the reader may see. */
public record Disclosed(long position, byte[] record, Map<String, Opening> members) {

    /** What opens a commitment: the member's exact bytes and its salt. */
    public record Opening(byte[] bytes, byte[] salt) {}

    public Disclosed {
        members = new TreeMap<>(members);
        if (position < 0) {
            throw new EvidenceInvalid("No event has the position " + position);
        }
    }
}

package io.trove.evidence;

import java.util.List;

/**
 * That a key passed a ledger on to another: the last checkpoint that it signed ends with the event that names its
 * successor, and this is that event and its proof.
 */
public record Handover(SignedNote note, Disclosed event, List<byte[]> proof) {

    public Handover {
        proof = List.copyOf(proof);
    }
}

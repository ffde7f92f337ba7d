package io.trove.event;

import java.security.MessageDigest;

/** Works out digests of kept documents one after the other, in the same buffer; not for several threads at once. */
public final class Digests {

    private final MessageDigest sha256 = Records.sha256();
    private final Commitments commitments = new Commitments();
    private final Jcs buffer = new Jcs(1_024);

    /** The digest of the record that a document has with this seed. */
    public byte[] of(KeptDocument document, byte[] seed) {
        Records.requireSeed(seed);
        buffer.clear();
        return Template.record(document.members(), false, seed, commitments, buffer)
                .digest(sha256);
    }

    /** The tree's leaf of a digest. */
    public byte[] leaf(byte[] digest) {
        sha256.update((byte) 0);
        return sha256.digest(digest);
    }
}

package io.trove.event;

import java.security.DigestException;
import java.security.MessageDigest;

/**
 * Works out what records say of members that they do not show, one after the other, in the same buffers; not for several
 * threads at once.
 */
final class Commitments {

    private static final int HASH_BYTES = 32;
    private static final int TEXT_BYTES = 43;

    private final MessageDigest sha256 = Records.sha256();
    private final byte[] hash = new byte[HASH_BYTES];
    private final byte[] text = new byte[TEXT_BYTES];

    /** The salt of this name, as text; good until the next one. */
    byte[] nonce(byte[] seed, byte[] name) {
        salt(seed, name);
        return text();
    }

    /** The commitment to a member, as text; good until the next one. */
    byte[] to(Members members, Member member, byte[] seed) {
        salt(seed, member.salting());
        sha256.update(hash);
        members.hash(sha256, member);
        finish();
        return text();
    }

    private void salt(byte[] seed, byte[] name) {
        sha256.update(seed);
        sha256.update(name);
        finish();
    }

    private void finish() {
        try {
            sha256.digest(hash, 0, HASH_BYTES);
        } catch (DigestException tooShort) {
            throw new IllegalStateException("SHA-256 gives 32 bytes", tooShort);
        }
    }

    private byte[] text() {
        Records.BASE64URL.encode(hash, text);
        return text;
    }
}

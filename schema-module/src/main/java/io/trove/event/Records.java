package io.trove.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** What the tree commits to, from stored bytes: rules version 1, which never changes. */
public final class Records {
    public static final int RULES = 1;

    static final String NONCE = "nonce";
    static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private static final int SEED_BYTES = 32;

    /** To make one takes as much memory as an event, so that each thread has one for what is hashed in one go. */
    private static final ThreadLocal<MessageDigest> IN_ONE_GO = ThreadLocal.withInitial(Records::sha256);

    private Records() {}

    /** The canonical record of a kept document. */
    public static byte[] record(Json document, byte[] seed) {
        requireSeed(seed);
        Map<String, Json> shown = new HashMap<>();
        Map<String, Json> commitments = new HashMap<>();
        document.members().forEach((name, value) -> {
            Member member = Member.titled(name)
                    .orElseThrow(() -> new IllegalArgumentException("rules 1 have no member " + name));
            if (Member.COMMITTED.contains(member)) {
                commitments.put(name, Json.of(commitment(salt(seed, name), value.canonical())));
            } else {
                shown.put(name, value);
            }
        });
        shown.put("trove", Json.of(RULES));
        shown.put(NONCE, Json.of(BASE64URL.encodeToString(salt(seed, NONCE))));
        shown.put("private", Json.object(commitments));
        return Json.object(shown).canonical();
    }

    /** The digest of a record: the log's entry. */
    public static byte[] digest(byte[] record) {
        return hash(record, record.length);
    }

    /** SHA-256 of the first of these bytes. */
    static byte[] hash(byte[] bytes, int length) {
        MessageDigest sha256 = inOneGo();
        sha256.update(bytes, 0, length);
        return sha256.digest();
    }

    /** This thread's, which whoever has it must be done with before another asks. */
    static MessageDigest inOneGo() {
        return IN_ONE_GO.get();
    }

    /** The salt of a private member; under the name {@code nonce}, the record's nonce. */
    public static byte[] salt(byte[] seed, String name) {
        MessageDigest sha256 = sha256();
        sha256.update(seed);
        return sha256.digest(name.getBytes(StandardCharsets.UTF_8));
    }

    /** What a record says of a private member. */
    public static String commitment(byte[] salt, byte[] canonicalMember) {
        MessageDigest sha256 = sha256();
        sha256.update(salt);
        return BASE64URL.encodeToString(sha256.digest(canonicalMember));
    }

    /** The tree's leaf of a digest. */
    public static byte[] leaf(byte[] digest) {
        MessageDigest sha256 = sha256();
        sha256.update((byte) 0);
        return sha256.digest(digest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static void requireSeed(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("a seed is 32 bytes; got " + seed.length);
        }
    }
}

package io.trove.event;

import java.security.MessageDigest;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A kept document as the stretches of its own members: compared, and hashed as its record is, without being parsed. What
 * is inside of a member is not looked at; that it is what was kept follows from the digest, which covers every byte.
 */
public final class KeptDocument {

    private static final int NONE = -1;

    private final byte[] bytes;
    private final Members members;

    private KeptDocument(byte[] bytes, Members members) {
        this.bytes = bytes;
        this.members = members;
    }

    /** The document, unless its bytes are not an object of an event's members in canonical order with nothing between. */
    public static Optional<KeptDocument> of(byte[] bytes) {
        var from = new int[Member.COUNT];
        var to = new int[Member.COUNT];
        int at = bytes.length > 0 && bytes[0] == '{' ? 1 : NONE;
        int last = NONE;
        while (at != NONE) {
            Optional<Member> member = member(bytes, at, last);
            if (member.isEmpty()) {
                return Optional.empty();
            }
            last = member.get().ordinal();
            from[last] = at + member.get().key().length;
            to[last] = end(bytes, from[last]);
            at = to[last] == NONE ? NONE : to[last] + 1;
            if (at == bytes.length && bytes[at - 1] == '}') {
                return Optional.of(new KeptDocument(bytes, Members.of(bytes, from, to)));
            }
            at = at != NONE && at < bytes.length && bytes[at - 1] == ',' ? at : NONE;
        }
        return Optional.empty();
    }

    /** The member whose key is there, if it comes behind the last one. */
    private static Optional<Member> member(byte[] bytes, int at, int last) {
        for (int i = last + 1; i < Member.COUNT; i++) {
            byte[] key = Member.ALL.get(i).key();
            if (at + key.length <= bytes.length && Arrays.equals(bytes, at, at + key.length, key, 0, key.length)) {
                return Optional.of(Member.ALL.get(i));
            }
        }
        return Optional.empty();
    }

    /** Where the value that begins there ends: before the comma or the brace that follows it. */
    private static int end(byte[] bytes, int start) {
        int depth = 0;
        for (int i = start; i < bytes.length; i++) {
            switch (bytes[i]) {
                case '"' -> i = closing(bytes, i);
                case '{', '[' -> depth++;
                case ']' -> depth--;
                case '}' -> {
                    if (depth == 0) {
                        return i;
                    }
                    depth--;
                }
                case ',' -> {
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return NONE;
    }

    /** The quote that closes the text that the one there opens; the end of the bytes when there is none. */
    private static int closing(byte[] bytes, int open) {
        int i = open + 1;
        while (i < bytes.length && bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i;
    }

    /** Whether this is an event of that ledger, and says what was extracted; when not, whoever parses it can tell where. */
    public boolean says(String ledgerUid, Extracted extracted) {
        var uid = new Jcs(ledgerUid.length() + 2);
        uid.text(ledgerUid);
        try {
            return members.is(Member.LEDGER, uid) && extracted.isOf(members);
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    /** The digest of the record that the document has with this seed. */
    public byte[] digest(byte[] seed) {
        Records.requireSeed(seed);
        MessageDigest sha256 = Records.sha256();
        return Template.record(members, false, seed, sha256).digest(sha256);
    }

    /** The canonical bytes of a member, if there is one of this name. */
    public Optional<byte[]> member(String name) {
        return Member.titled(name).filter(members::has).map(members::bytes);
    }

    /** The document, parsed. */
    public Json json() {
        return Json.parse(bytes);
    }
}

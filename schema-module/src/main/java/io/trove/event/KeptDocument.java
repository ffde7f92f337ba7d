package io.trove.event;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A kept document as the stretches of its own members: compared, and hashed as its record is, without being parsed. What
 * is inside of a member is not looked at; that it is what was kept follows from the digest, which covers every byte.
 */
public final class KeptDocument {

    private static final int NONE = Scan.NONE;
    private static final byte[][] KEYS = Member.ALL.stream().map(Member::key).toArray(byte[][]::new);
    private static final List<String> ASSIGNED = List.of("ledger", "recordedAt");
    private static final Limits KEPT = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final byte[] bytes;
    private final Members members;

    private KeptDocument(byte[] bytes, Members members) {
        this.bytes = bytes;
        this.members = members;
    }

    /** The document, unless its bytes are not an object of an event's members in canonical order with nothing between. */
    public static Optional<KeptDocument> of(byte[] bytes) {
        return of(bytes, new int[Member.COUNT]);
    }

    /**
     * The same, with members that a record commits to as long as another document has them, where one could end there: quicker,
     * and right as far as the digest is, which no member of another length gives.
     */
    public static Optional<KeptDocument> like(KeptDocument other, byte[] bytes) {
        return of(bytes, other.members.committedLengths());
    }

    private static Optional<KeptDocument> of(byte[] bytes, int[] lengths) {
        var from = new int[Member.COUNT];
        var to = new int[Member.COUNT];
        int at = bytes.length > 0 && bytes[0] == '{' ? 1 : NONE;
        int last = NONE;
        while (at != NONE) {
            last = member(bytes, at, last);
            if (last == NONE) {
                return Optional.empty();
            }
            from[last] = at + KEYS[last].length;
            int guess = from[last] + lengths[last];
            to[last] = lengths[last] > 0 && isEnd(bytes, guess, last) ? guess : Scan.end(bytes, from[last]);
            at = to[last] == NONE ? NONE : to[last] + 1;
            if (at == bytes.length && bytes[at - 1] == '}') {
                return Optional.of(new KeptDocument(bytes, Members.of(bytes, from, to)));
            }
            at = at != NONE && at < bytes.length && bytes[at - 1] == ',' ? at : NONE;
        }
        return Optional.empty();
    }

    /** The place of the member whose key is there, if it comes behind the last one. */
    static int member(byte[] bytes, int at, int last) {
        byte initial = at + 1 < bytes.length ? bytes[at + 1] : 0;
        for (int i = last + 1; i < Member.COUNT; i++) {
            byte[] key = KEYS[i];
            if (key[1] == initial
                    && at + key.length <= bytes.length
                    && Arrays.equals(bytes, at, at + key.length, key, 0, key.length)) {
                return i;
            }
        }
        return NONE;
    }

    /** Whether the value of this member could end there: the key of a later one follows, or nothing does. */
    private static boolean isEnd(byte[] bytes, int at, int last) {
        return at < bytes.length
                && (bytes[at] == ','
                        ? member(bytes, at + 1, last) != NONE
                        : bytes[at] == '}' && at + 1 == bytes.length);
    }

    /** Whether this is an event of that ledger, and says what was extracted; when not, whoever parses it can tell where. */
    public boolean says(String ledgerUid, Extracted extracted) {
        try {
            return members.match(Member.LEDGER).text(ledgerUid).isAll() && extracted.isOf(members);
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    /** The canonical bytes of a member, if there is one of this name. */
    public Optional<byte[]> member(String name) {
        return Member.titled(name).filter(members::has).map(members::bytes);
    }

    /** Whether there is a member of this name. */
    public boolean has(String name) {
        return Member.titled(name).filter(members::has).isPresent();
    }

    /** Whether a member is this text. */
    public boolean is(String name, String text) {
        return Member.titled(name)
                .filter(member -> members.match(member).text(text).isAll())
                .isPresent();
    }

    /** Whether the bytes of a member end so. */
    public boolean endsWith(String name, byte[] end) {
        return Member.titled(name)
                .filter(member -> members.endsWith(member, end))
                .isPresent();
    }

    /** The event as it can be sent: without what the commit assigned. */
    public Draft draft() {
        Map<String, Object> sent = new TreeMap<>(json().members());
        ASSIGNED.forEach(sent::remove);
        json().member("entity").ifPresent(entity -> {
            Map<String, Object> unversioned = new TreeMap<>(entity.members());
            unversioned.remove("version");
            sent.put("entity", unversioned);
        });
        return Draft.of(Json.object(sent), KEPT);
    }

    Members members() {
        return members;
    }

    /** The document, parsed. */
    public Json json() {
        return Json.kept(bytes);
    }
}

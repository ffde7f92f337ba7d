package io.trove.event;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The canonical bytes of a document's members, each a stretch of one buffer. */
final class Members {
    private static final int BUFFER_BYTES = 1_024;

    private final Jcs buffer;
    private final int[] from;
    private final int[] to;

    Members() {
        this(new Jcs(BUFFER_BYTES), new int[Member.COUNT], new int[Member.COUNT]);
    }

    private Members(Jcs buffer, int[] from, int[] to) {
        this.buffer = buffer;
        this.from = from;
        this.to = to;
    }

    /** The members of a kept document, each from one of its bytes to another. */
    static Members of(byte[] document, int[] from, int[] to) {
        return new Members(new Jcs(document), from, to);
    }

    /** The same members, to which others can be added without these changing. */
    Members copy() {
        Jcs bytes = new Jcs(buffer.length() + BUFFER_BYTES / 2);
        bytes.raw(buffer.buffer(), 0, buffer.length());
        return new Members(bytes, from.clone(), to.clone());
    }

    /** Makes the others the same. */
    void copyTo(Members others) {
        others.buffer.clear();
        others.buffer.raw(buffer.buffer(), 0, buffer.length());
        System.arraycopy(from, 0, others.from, 0, from.length);
        System.arraycopy(to, 0, others.to, 0, to.length);
    }

    /** What is written here from {@link #begin} to {@link #end} is that member's value. */
    Jcs begin(Member member) {
        from[member.ordinal()] = buffer.length();
        return buffer;
    }

    void end(Member member) {
        to[member.ordinal()] = buffer.length();
    }

    void put(Member member, JsonNode value) {
        begin(member).value(value);
        end(member);
    }

    void put(Member member, String text) {
        begin(member).text(text);
        end(member);
    }

    void putId(EventId id) {
        Jcs jcs = begin(Member.ID);
        jcs.ascii("{\"id\":");
        jcs.text(id.id());
        jcs.ascii(",\"version\":" + id.version() + "}");
        end(Member.ID);
    }

    /** With an id, the entity's version is a hole before the last brace. */
    void putEntity(Entity entity) {
        Jcs jcs = begin(Member.ENTITY);
        jcs.raw('{');
        entity.id().ifPresent(id -> {
            jcs.ascii("\"id\":");
            jcs.text(id);
            jcs.raw(',');
        });
        jcs.ascii("\"type\":");
        jcs.text(entity.type());
        jcs.ascii(entity.id().isPresent() ? ",\"version\":}" : "}");
        end(Member.ENTITY);
    }

    /** These are one level deeper than where they were sent. */
    void putExtensions(Map<String, JsonNode> extensions) {
        Jcs jcs = begin(Member.EXTENSIONS);
        jcs.open();
        jcs.open();
        char before = '{';
        for (Map.Entry<String, JsonNode> extension : extensions.entrySet()) {
            jcs.raw(before);
            before = ',';
            jcs.text(extension.getKey());
            jcs.raw(':');
            jcs.value(extension.getValue());
        }
        jcs.raw('}');
        jcs.close();
        jcs.close();
        end(Member.EXTENSIONS);
    }

    boolean has(Member member) {
        return to[member.ordinal()] > 0;
    }

    void writeTo(Jcs target, Member member) {
        target.raw(buffer.buffer(), from[member.ordinal()], to[member.ordinal()]);
    }

    /** A member's bytes, to be held against what is expected of them. */
    Match match(Member member) {
        return new Match(buffer.buffer(), from[member.ordinal()], to[member.ordinal()]);
    }

    int length(Member member) {
        return to[member.ordinal()] - from[member.ordinal()];
    }

    /** The lengths of those that the record commits to, each at its place; 0 for any other. */
    int[] committedLengths() {
        var lengths = new int[Member.COUNT];
        for (Member member : Member.COMMITTED) {
            lengths[member.ordinal()] = length(member);
        }
        return lengths;
    }

    boolean endsWith(Member member, byte[] end) {
        int until = to[member.ordinal()];
        int start = until - end.length;
        return start >= from[member.ordinal()] && Arrays.equals(buffer.buffer(), start, until, end, 0, end.length);
    }

    /** The microsecond of a member that is a time. */
    long micros(Member member) {
        int start = from[member.ordinal()];
        return Times.micros(buffer.buffer(), start + 1, Math.max(start + 1, to[member.ordinal()] - 1));
    }

    /** A member's bytes. */
    byte[] bytes(Member member) {
        return Arrays.copyOfRange(buffer.buffer(), from[member.ordinal()], to[member.ordinal()]);
    }

    void hash(MessageDigest digest, Member member) {
        digest.update(buffer.buffer(), from[member.ordinal()], to[member.ordinal()] - from[member.ordinal()]);
    }

    Jcs buffer() {
        return buffer;
    }

    @Override
    public String toString() {
        return Arrays.stream(Member.values()).filter(this::has).toList().toString();
    }
}

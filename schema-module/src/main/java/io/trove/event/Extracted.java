package io.trove.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** What is kept of an event beside its document, for finding it: the same again. */
public record Extracted(
        String eventId,
        long eventVersion,
        String type,
        String entityType,
        Optional<String> entityId,
        OptionalLong entityVersion,
        String actorType,
        String actorId,
        String producer,
        Optional<String> schemaId,
        Optional<String> schemaVersion,
        long createdAtMicros,
        long recordedAtMicros) {

    /** Whether a document says the same; when this says no, whoever parses both can tell where. */
    boolean isOf(Members members) {
        return isId(members, Member.ID, Optional.of(eventId), version(eventVersion))
                && isText(members, Member.TYPE, type)
                && isEntity(members)
                && isActor(members)
                && isText(members, Member.PRODUCER, producer)
                && isId(members, Member.SCHEMA, schemaId, schemaVersion.map(Extracted::quoted))
                && isText(members, Member.RECORDED_AT, Times.text(recordedAtMicros))
                && isTime(members);
    }

    private static Optional<Jcs> version(long version) {
        var jcs = new Jcs(20);
        jcs.ascii(Long.toString(version));
        return Optional.of(jcs);
    }

    private static Jcs quoted(String text) {
        var jcs = new Jcs(text.length() + 2);
        jcs.text(text);
        return jcs;
    }

    private static boolean isText(Members members, Member member, String text) {
        return members.has(member) && members.is(member, quoted(text));
    }

    /** An id with a version, or nothing. */
    private static boolean isId(Members members, Member member, Optional<String> id, Optional<Jcs> version) {
        if (id.isEmpty() || version.isEmpty()) {
            return id.isEmpty() && version.isEmpty() && !members.has(member);
        }
        var jcs = new Jcs(128);
        jcs.ascii("{\"id\":");
        jcs.text(id.get());
        jcs.ascii(",\"version\":");
        jcs.raw(version.get().buffer(), 0, version.get().length());
        jcs.raw('}');
        return members.is(member, jcs);
    }

    private boolean isEntity(Members members) {
        var jcs = new Jcs(128);
        jcs.raw('{');
        entityId.ifPresent(text -> {
            jcs.ascii("\"id\":");
            jcs.text(text);
            jcs.raw(',');
        });
        jcs.ascii("\"type\":");
        jcs.text(entityType);
        entityVersion.ifPresent(version -> jcs.ascii(",\"version\":" + version));
        jcs.raw('}');
        return members.is(Member.ENTITY, jcs);
    }

    /** An actor may have a role between its id and its type. */
    private boolean isActor(Members members) {
        byte[] actor = members.bytes(Member.ACTOR);
        var before = new Jcs(128);
        before.ascii("{\"id\":");
        before.text(actorId);
        before.raw(',');
        var behind = new Jcs(64);
        behind.ascii(",\"type\":");
        behind.text(actorType);
        behind.raw('}');
        return starts(actor, before) && ends(actor, behind);
    }

    private static boolean starts(byte[] bytes, Jcs with) {
        return bytes.length >= with.length() && Arrays.equals(bytes, 0, with.length(), with.buffer(), 0, with.length());
    }

    private static boolean ends(byte[] bytes, Jcs with) {
        int from = bytes.length - with.length();
        return from >= 0 && Arrays.equals(bytes, from, bytes.length, with.buffer(), 0, with.length());
    }

    private boolean isTime(Members members) {
        byte[] time = members.bytes(Member.CREATED_AT);
        return time.length > 2
                && Times.micros(new String(time, 1, time.length - 2, StandardCharsets.ISO_8859_1)) == createdAtMicros;
    }
}

package io.trove.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** A document or a record with holes: one for the entity's version, one for the time of recording. */
final class Template {
    static final int VERSION_DIGITS_MAX = 19;

    private static final List<Member> BEFORE_NONCE =
            List.of(Member.CAUSE, Member.CREATED_AT, Member.ENTITY, Member.ID, Member.LEDGER, Member.LINKS);
    private static final List<Member> AFTER_PRIVATE =
            List.of(Member.PRODUCER, Member.RECORDED_AT, Member.SCHEMA, Member.TRACE);
    private static final List<Member> DOCUMENT = List.of(Member.values());
    private static final byte[] TIME_HOLE =
            ("\"" + " ".repeat(Times.TEXT_LENGTH) + "\"").getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NONCE = Records.NONCE.getBytes(StandardCharsets.US_ASCII);
    private static final int ABSENT = -1;

    private final boolean versioned;
    private final Jcs bytes;
    private int versionAt = ABSENT;
    private int timeAt = ABSENT;

    private Template(boolean versioned, Jcs bytes) {
        this.versioned = versioned;
        this.bytes = bytes;
    }

    /** The document of these members, in this buffer. */
    static Template document(Members members, boolean versioned, Jcs buffer) {
        Template template = new Template(versioned, buffer);
        template.bytes.raw('{');
        template.write(members, DOCUMENT);
        template.bytes.raw('}');
        return template;
    }

    /** The record of these members, by rules version 1, in this buffer. */
    static Template record(Members members, boolean versioned, byte[] seed, Commitments commitments, Jcs buffer) {
        Template template = new Template(versioned, buffer);
        template.bytes.raw('{');
        template.write(members, BEFORE_NONCE);
        template.commit(members, commitments, seed);
        template.write(members, AFTER_PRIVATE);
        template.bytes.ascii(",\"trove\":1");
        template.write(members, Member.TYPE);
        template.bytes.raw('}');
        return template;
    }

    /** The same in a buffer of its own, which is no longer than it. */
    Template apart() {
        Template apart = new Template(versioned, new Jcs(bytes.toBytes()));
        apart.versionAt = versionAt;
        apart.timeAt = timeAt;
        return apart;
    }

    private void write(Members members, List<Member> some) {
        for (int i = 0; i < some.size(); i++) {
            write(members, some.get(i));
        }
    }

    private void write(Members members, Member member) {
        if (member == Member.RECORDED_AT && !members.has(member)) {
            key(member);
            timeAt = bytes.length() + 1;
            bytes.raw(TIME_HOLE);
            return;
        }
        if (!members.has(member)) {
            return;
        }
        key(member);
        members.writeTo(bytes, member);
        if (member == Member.ENTITY && versioned) {
            versionAt = bytes.length() - 1;
        }
    }

    private void key(Member member) {
        separate();
        bytes.raw(member.key());
    }

    private void separate() {
        if (bytes.buffer()[bytes.length() - 1] != '{') {
            bytes.raw(',');
        }
    }

    private void commit(Members members, Commitments commitments, byte[] seed) {
        separate();
        bytes.ascii("\"nonce\":");
        quoted(commitments.nonce(seed, NONCE));
        bytes.ascii(",\"private\":{");
        for (Member member : Member.COMMITTED) {
            if (members.has(member)) {
                key(member);
                quoted(commitments.to(members, member, seed));
            }
        }
        bytes.raw('}');
    }

    private void quoted(byte[] text) {
        bytes.raw('"');
        bytes.raw(text);
        bytes.raw('"');
    }

    /** A copy with the holes filled. */
    byte[] fill(byte[] version, byte[] time) {
        byte[] template = bytes.buffer();
        if (versionAt == ABSENT) {
            byte[] filled = bytes.toBytes();
            System.arraycopy(time, 0, filled, timeAt, time.length);
            return filled;
        }
        byte[] filled = new byte[bytes.length() + version.length];
        System.arraycopy(template, 0, filled, 0, versionAt);
        System.arraycopy(version, 0, filled, versionAt, version.length);
        System.arraycopy(template, versionAt, filled, versionAt + version.length, bytes.length() - versionAt);
        System.arraycopy(time, 0, filled, timeAt + version.length, time.length);
        return filled;
    }

    /** The hash of a copy with the holes filled. */
    byte[] digest(byte[] version, byte[] time, MessageDigest sha256) {
        byte[] template = bytes.buffer();
        int from = 0;
        if (versionAt != ABSENT) {
            sha256.update(template, 0, versionAt);
            sha256.update(version);
            from = versionAt;
        }
        sha256.update(template, from, timeAt - from);
        sha256.update(time);
        sha256.update(template, timeAt + time.length, bytes.length() - timeAt - time.length);
        return sha256.digest();
    }

    /** The hash of what has no holes. */
    byte[] digest(MessageDigest sha256) {
        sha256.update(bytes.buffer(), 0, bytes.length());
        return sha256.digest();
    }

    int lengthMax() {
        return bytes.length() + (versionAt == ABSENT ? 0 : VERSION_DIGITS_MAX);
    }
}

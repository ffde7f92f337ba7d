package io.trove.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An event as it was sent. Its canonical bytes are kept anyway; its tree, which takes several times their memory, can be let
 * go, and is read from them again for whoever asks later.
 */
final class Sent {
    private final byte[] bytes;
    private final int length;
    private volatile Json tree;

    private Sent(Json tree, byte[] bytes, int length) {
        this.tree = tree;
        this.bytes = bytes;
        this.length = length;
    }

    /** Writes the event in canonical form to where its members are kept, which nothing is written to yet. */
    static Sent written(Json event, Members members) {
        Jcs jcs = members.buffer();
        char before = '{';
        jcs.open();
        for (Map.Entry<String, JsonNode> each : event.tree().properties()) {
            jcs.raw(before);
            before = ',';
            jcs.text(each.getKey());
            jcs.raw(':');
            Optional<Member> member = Member.titled(each.getKey());
            member.ifPresent(members::begin);
            jcs.value(each.getValue());
            member.ifPresent(members::end);
        }
        jcs.raw('}');
        jcs.close();
        return new Sent(event, jcs.buffer(), jcs.length());
    }

    /** How many bytes the canonical form has. */
    int length() {
        return length;
    }

    /** SHA-256 of the canonical form. */
    byte[] digest() {
        return Records.hash(bytes, length);
    }

    Json tree() {
        Json known = tree;
        if (known == null) {
            known = Json.kept(Arrays.copyOf(bytes, length));
            tree = known;
        }
        return known;
    }

    void letGo() {
        tree = null;
    }
}

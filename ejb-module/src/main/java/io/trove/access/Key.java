package io.trove.access;

import io.trove.event.Json;
import io.trove.event.Times;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An API key as it is known: whose it is, the producer that its events get, until when it holds, whether it was revoked,
 * and the event that made it, under which the hash of its secret is kept.
 */
public record Key(
        String id,
        String principal,
        String producer,
        Optional<String> note,
        OptionalLong expiresAtMicros,
        boolean revoked,
        String madeBy) {

    private static final Set<String> ASKED = Set.of("principal", "producer", "note", "expiresAt");
    private static final Set<String> MEMBERS =
            Set.of("id", "principal", "producer", "note", "expiresAt", "revoked", "madeBy");

    /** The key that is asked for, under this id. */
    static Key asked(String id, Form form) {
        return read(id, "key-" + id, form.object(ASKED));
    }

    static Key kept(Json content) {
        Form form = Form.of(content).object(MEMBERS);
        return read(form.required("id").text(), form.required("madeBy").text(), form);
    }

    private static Key read(String id, String madeBy, Form form) {
        String principal = form.required("principal").text();
        return new Key(
                id,
                principal,
                form.member("producer").map(Form::text).orElse(principal),
                form.member("note").map(Form::text),
                form.member("expiresAt").map(Key::micros).orElse(OptionalLong.empty()),
                form.member("revoked").map(Form::isTrue).orElse(false),
                madeBy);
    }

    private static OptionalLong micros(Form form) {
        try {
            return OptionalLong.of(Times.micros(form.text()));
        } catch (DateTimeException notATime) {
            throw Invalid.at(form.pointer(), form.value(), "a time such as 2027-03-15T10:30:00Z");
        }
    }

    Key withRevocation() {
        return new Key(id, principal, producer, note, expiresAtMicros, true, madeBy);
    }

    boolean holds(long nowMicros) {
        return !revoked && (expiresAtMicros.isEmpty() || nowMicros < expiresAtMicros.getAsLong());
    }

    /** As answers say it; never the secret. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", id);
        members.put("principal", principal);
        members.put("producer", producer);
        note.ifPresent(text -> members.put("note", text));
        expiresAtMicros.ifPresent(micros -> members.put("expiresAt", Times.text(micros)));
        members.put("revoked", revoked);
        return members;
    }

    /** As events say it. */
    Map<String, Object> kept() {
        Map<String, Object> members = members();
        members.put("madeBy", madeBy);
        return members;
    }
}

package io.trove.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Random events with any of the members, the same ones for the same seed. */
public final class AnyEvent {
    public static final Instant NOW = Instant.parse("2026-11-21T10:30:00.123456Z");
    public static final String UID = "00112233445566778899aabbccddeeff";

    private final AnyJson any;

    public AnyEvent(long seed) {
        any = new AnyJson(seed);
    }

    public static Defaults defaults(String ledgerUid, byte[] seed) {
        return new Defaults(
                ledgerUid,
                () -> "0000000000000000000001",
                NOW,
                "test",
                new Actor("user", "jane", Optional.of("editor")),
                Optional.of(new SchemaId("s", "1")),
                Optional.of(Json.object(Map.of("traceId", "0af7651916cd43dd8448eb211c80319c"))),
                seed);
    }

    public byte[] seed() {
        byte[] seed = new byte[32];
        any.random().nextBytes(seed);
        return seed;
    }

    public Json event() {
        Map<String, Object> event = new HashMap<>();
        event.put("type", word() + "." + word());
        maybe(
                event,
                "id",
                any.random().nextBoolean() ? Map.of("id", word()) : Map.of("id", word(), "version", 1 + small()));
        maybe(event, "schema", Map.of("id", word(), "version", word()));
        maybe(event, "createdAt", Times.text(any.random().nextInt() * 1_000_003L));
        maybe(event, "producer", word());
        maybe(event, "entity", entity());
        maybe(event, "actor", Map.of("type", word(), "id", word(), "colour", any.value()));
        maybe(event, "payload", any.value());
        maybe(event, "files", List.of(Map.of("id", word(), "size", small())));
        maybe(event, "links", links());
        maybe(event, "indexBy", Map.of(word(), List.of(any.text(9), small(), true, any.number())));
        maybe(event, "cause", Map.of("command", word(), "commandId", word(), "hops", small()));
        maybe(event, "trace", Map.of("traceId", word(), "spanId", word(), "more", any.value()));
        maybe(event, "context", Map.of("correlationId", word(), "more", any.value()));
        for (String object : List.of("metadata", "source", "http", "extensions")) {
            maybe(event, object, any.object(4));
        }
        for (String text : List.of("message", "module", "userId")) {
            maybe(event, text, word());
        }
        maybe(event, word() + "?", any.value());
        return Json.object(event);
    }

    private Map<String, Object> entity() {
        Map<String, Object> entity = new HashMap<>();
        maybe(entity, "type", word());
        maybe(entity, "id", word());
        return entity;
    }

    private List<Object> links() {
        List<Object> links = new ArrayList<>();
        for (int i = any.random().nextInt(4); i > 0; i--) {
            links.add(Map.of("type", word(), "targetEvent", Map.of("id", word(), "version", 1 + small())));
        }
        return links;
    }

    private void maybe(Map<String, Object> members, String name, Object value) {
        if (any.random().nextBoolean()) {
            members.put(name, value);
        }
    }

    private int small() {
        return any.random().nextInt(9);
    }

    public String word() {
        StringBuilder word = new StringBuilder();
        any.text(8).codePoints().filter(c -> !Character.isISOControl(c)).forEach(word::appendCodePoint);
        return ("w" + word).replaceAll(" +$", "");
    }

    public AnyJson any() {
        return any;
    }
}

package io.trove.dialect;

import io.trove.event.AnyEvent;
import io.trove.event.Json;
import io.trove.event.Times;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random documents of each dialect, the same ones for the same seed. */
final class AnyDocument {
    private final AnyEvent any;
    private final Random random;
    private Map<String, Object> members = new HashMap<>();

    AnyDocument(long seed) {
        any = new AnyEvent(seed);
        random = any.any().random();
    }

    Json of(String dialect) {
        members = new HashMap<>();
        switch (dialect) {
            case "trove" -> members.putAll(any.event().members());
            case "consequent" -> consequent();
            case "datacollect" -> datacollect();
            case "struere" -> struere();
            case "common" -> common();
            case "cloudevents" -> cloudEvents();
            default -> throw new IllegalArgumentException("no documents of " + dialect);
        }
        return Json.object(members);
    }

    private void consequent() {
        members.put("type", type());
        maybe("id", word());
        maybe("_actorType", word());
        maybe("_actorId", word());
        maybe("_createdOn", time());
        maybe("_createdBy", word());
        maybe("_createdById", word());
        maybe("_createdByVector", "a:1;b:2");
        maybe("_createdByVersion", random.nextInt(100));
        maybe("_initiatedBy", word());
        maybe("_initiatedById", word());
        maybe("_indexBy", Map.of(word(), List.of(1, "x")));
        others();
    }

    private void datacollect() {
        members.put(
                "type",
                List.of("create-individual", "update-group", "add-member", "rename")
                        .get(random.nextInt(4)));
        maybe("guid", word());
        maybe("entityGuid", word());
        maybe("data", any.any().value());
        maybe("timestamp", time());
        maybe("userId", word());
        maybe("version", random.nextInt(9));
        maybe("migratedFrom", any.any().value());
        maybe("metadata", any.any().object(3));
        maybe("context", Map.of("correlationId", word()));
        others();
    }

    private void struere() {
        members.put("eventType", type());
        maybe("organizationId", word());
        maybe("environment", word());
        maybe("entityId", word());
        maybe("entityTypeSlug", word());
        if (random.nextBoolean()) {
            members.put("actorType", word());
            members.put("actorId", word());
        }
        maybe("payload", any.any().value());
        maybe("createdAt", random.nextInt() * 1_000L + random.nextInt(1_000));
        others();
    }

    private void common() {
        members.put("eventType", type());
        maybe("id", word());
        maybe("module", word());
        maybe("message", any.any().text(20));
        maybe("timestamp", time());
        maybe("userId", word());
        maybe("source", any.any().object(4));
        maybe("http", Map.of("status", 200, "more", any.any().value()));
        maybe("trace", Map.of("traceId", word(), "more", any.any().value()));
        maybe("actor", Map.of("type", word(), "id", word(), "more", any.any().value()));
        maybe("details", any.any().value());
        others();
    }

    private void cloudEvents() {
        members.put("specversion", "1.0");
        members.put("type", type());
        members.put("id", word());
        members.put(
                "source",
                List.of("/a/b", "https://x.example/y?z#f", "urn:a:b", "web").get(random.nextInt(4)));
        maybe("subject", word());
        maybe("time", time());
        maybe(
                "dataschema",
                List.of("https://x.example/s", "trove:schema/a%2Fb/1").get(random.nextInt(2)));
        maybe("datacontenttype", List.of("application/json", "text/plain").get(random.nextInt(2)));
        maybe("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0" + random.nextInt(2));
        maybe("traceparent", "not one");
        maybe("correlationid", word());
        maybe("sequence", word());
        maybe("colour", List.of("blue", 7, true).get(random.nextInt(3)));
        if (random.nextBoolean()) {
            members.put("data", any.any().value());
        } else {
            maybe("data_base64", Base64.getEncoder().encodeToString(any.seed()));
        }
    }

    private void others() {
        maybe("x" + word(), any.any().value());
        maybe("extensions", any.any().value());
        maybe("recordedAt", any.any().value());
    }

    private void maybe(String name, Object value) {
        if (random.nextBoolean()) {
            members.put(name, value);
        }
    }

    private String type() {
        return word() + "." + word();
    }

    private String word() {
        return any.word();
    }

    private String time() {
        return Times.text(random.nextInt() * 1_000_003L);
    }
}

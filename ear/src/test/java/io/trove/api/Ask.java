package io.trove.api;

import io.trove.event.Json;
import io.trove.server.Server;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Asks a server about a ledger of its own, so that tests do not meet. */
record Ask(Server server, String organization) {

    static Ask freshLedger(Server server) {
        var name = "acme-" + UUID.randomUUID();
        server.post("/api/organizations", "{\"name\":\"" + name + "\"}");
        return new Ask(server, name);
    }

    String events() {
        return "/api/" + organization + "/development/events";
    }

    HttpResponse<String> append(String json) {
        return server.post(events(), json);
    }

    HttpResponse<String> appendWithKey(String key, String json) {
        return server.send(post(events(), json).header("Idempotency-Key", key).build());
    }

    HttpRequest.Builder post(String path, String json) {
        return server.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    HttpResponse<String> get(String path) {
        return server.get(path);
    }

    static Json json(HttpResponse<String> answer) {
        return parsed(answer.body());
    }

    static Json parsed(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(HttpResponse<String> answer, String pointer) {
        return json(answer).at(pointer).flatMap(Json::text).orElse("");
    }

    static long number(HttpResponse<String> answer, String pointer) {
        return json(answer).at(pointer).orElseThrow().integer().orElseThrow();
    }

    static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}

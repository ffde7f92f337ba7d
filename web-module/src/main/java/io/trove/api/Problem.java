package io.trove.api;

import io.trove.event.Invalid;
import io.trove.event.Malformed;
import io.trove.refusal.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What went wrong, as RFC 9457 says it: {@code slug} is stable, {@code facts} become members of the document. */
record Problem(
        String slug, String title, int status, String detail, Map<String, ?> facts, Optional<Duration> retryAfter) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(String slug, String title, int status, String detail) {
        return new Problem(slug, title, status, detail, Map.of(), Optional.empty());
    }

    static Problem of(Refusal refusal) {
        return new Problem(
                refusal.slug(),
                refusal.title(),
                refusal.status(),
                refusal.getMessage(),
                refusal.facts(),
                refusal.retryAfter());
    }

    static Problem of(Malformed malformed) {
        if (malformed.tooLarge()) {
            var limit = Map.of("limit", malformed.limit(), "most", malformed.bytesMax());
            return new Problem("too-large", "The body is too large", 413, malformed.reason(), limit, Optional.empty());
        }
        var where = new LinkedHashMap<String, Object>();
        where.put("line", malformed.line());
        where.put("column", malformed.column());
        return new Problem("malformed", "This is not JSON", 400, malformed.getMessage(), where, Optional.empty());
    }

    static Problem of(Invalid invalid) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("pointer", invalid.pointer());
        facts.put("got", invalid.got());
        facts.put("wanted", invalid.wanted());
        facts.put(
                "violations",
                invalid.violations().stream().map(Problem::members).toList());
        return new Problem("invalid", "This is not an event", 422, invalid.getMessage(), facts, Optional.empty());
    }

    static Problem of(InvalidAt at) {
        var whole = of(at.events().get(0).invalid());
        var facts = where(at.events().get(0));
        facts.putAll(whole.facts());
        facts.put("invalid", at.events().stream().map(Problem::members).toList());
        facts.put("invalidMax", InvalidAt.EVENTS_MAX);
        return new Problem(whole.slug(), whole.title(), whole.status(), whole.detail(), facts, whole.retryAfter());
    }

    private static Map<String, Object> members(InvalidAt.Event event) {
        var members = where(event);
        members.put(
                "violations",
                event.invalid().violations().stream().map(Problem::members).toList());
        return members;
    }

    private static Map<String, Object> where(InvalidAt.Event event) {
        var where = new LinkedHashMap<String, Object>();
        where.put("index", event.index());
        where.put("line", event.line());
        return where;
    }

    private static Map<String, Object> members(Invalid.Violation violation) {
        var members = new LinkedHashMap<String, Object>();
        members.put("pointer", violation.pointer());
        members.put("got", violation.got());
        members.put("wanted", violation.wanted());
        return members;
    }

    /** One for a status that has no better story. */
    static Problem of(int status) {
        return switch (status) {
            case 400 ->
                of("bad-request", "The request is not understood", 400, "Check the address and its parameters.");
            case 401 ->
                of("unauthenticated", "Who are you?", 401, "Send a name and a password (Basic authentication).");
            case 403 -> of("forbidden", "This is not allowed", 403, "Ask an administrator for the permission.");
            case 404 -> of("not-found", "There is nothing here", 404, "Check the address.");
            case 405 -> of("method-not-allowed", "Not with this method", 405, "The header Allow lists the methods.");
            case 406 -> of("not-acceptable", "Not in this form", 406, "Accept application/json.");
            case 413 -> of("too-large", "The body is too large", 413, "Send less at a time.");
            case 414 -> of("address-too-long", "The address is too long", 414, "Send a shorter one.");
            case 415 -> of("unsupported-media-type", "Not this media type", 415, "Send application/json.");
            case 431 -> of("headers-too-large", "The headers are too large", 431, "Send fewer or shorter ones.");
            case 503 -> of("unavailable", "Not now", 503, "Try again in a moment.");
            default ->
                status < 500
                        ? of("refused", "The request is refused", status, "Check the request against /openapi.")
                        : of(
                                "internal",
                                "Something went wrong here",
                                status,
                                "Try again; tell the operator this request's id.");
        };
    }

    /** Its stable name. */
    String type() {
        return "urn:trove:problem:" + slug;
    }

    Problem saying(String otherDetail) {
        return new Problem(slug, title, status, otherDetail, facts, retryAfter);
    }

    byte[] document(RequestId request) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", type());
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.put("instance", "urn:trove:request:" + request.value());
        members.put("requestId", request.value());
        facts.forEach(members::putIfAbsent);
        return JsonText.of(members);
    }

    void send(HttpServletResponse response, RequestId request) throws IOException {
        var document = document(request);
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(document.length);
        response.setHeader("Cache-Control", "no-store");
        retryAfter.ifPresent(wait -> response.setHeader("Retry-After", seconds(wait)));
        response.getOutputStream().write(document);
    }

    /** At least one, because zero invites a storm. */
    static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}

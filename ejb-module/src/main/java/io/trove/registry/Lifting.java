package io.trove.registry;

import io.trove.event.Json;
import io.trove.jsonschema.Lift;
import io.trove.jsonschema.Lifted;
import io.trove.ledger.Head;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Events of one answer as a later version of their schema has them; what was stored stays as it was. One lift is bounded by
 * its work; a page of them by a second of the processor, after which the rest is shown as stored, with that reason.
 */
public final class Lifting {

    private static final String LATEST = "latest";
    private static final long ANSWER_NANOS_MAX = Duration.ofSeconds(1).toNanos();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Catalog catalog;
    private final Head head;
    private final String to;
    private long spentNanos;

    Lifting(Catalog catalog, Head head, String to) {
        this.catalog = catalog;
        this.head = head;
        this.to = to;
    }

    /** The version that is asked for. */
    public String to() {
        return to;
    }

    /** The document with its payload lifted, and in {@code view} what was done; itself where there is nothing to do. */
    public Json of(Json document) {
        Optional<String> id = document.at("/schema/id").flatMap(Json::text);
        Optional<String> from = document.at("/schema/version").flatMap(Json::text);
        if (id.isEmpty() || from.isEmpty() || !document.member("payload").isPresent()) {
            return document;
        }
        Optional<Version> target = catalog.ask(id.get(), head, it -> to.equals(LATEST) ? it.latest() : it.version(to));
        if (target.isEmpty() && !to.equals(LATEST)) {
            return refused(document, from.get(), to, "the schema has no version " + to);
        }
        if (target.isEmpty() || target.get().version().equals(from.get())) {
            return document;
        }
        Json payload = document.member("payload").orElseThrow();
        Lifted lifted = inTime(() -> lift(payload, id.get(), from.get(), target.get()));
        return lifted instanceof Lifted.Payload done
                ? view(document, from.get(), target.get().version(), done.payload())
                : refused(document, from.get(), target.get().version(), ((Lifted.Refusal) lifted).why());
    }

    private Lifted inTime(Supplier<Lifted> lift) {
        if (spentNanos > ANSWER_NANOS_MAX) {
            return new Lifted.Refusal(
                    "the lifts of this answer took more than a second together; ask for fewer events at once");
        }
        long begun = THREADS.getCurrentThreadCpuTime();
        try {
            return lift.get();
        } finally {
            spentNanos += THREADS.getCurrentThreadCpuTime() - begun;
        }
    }

    /** The same with a second of its own, for the next event of an answer that has no end that is asked for. */
    public Lifting anew() {
        return new Lifting(catalog, head, to);
    }

    /** Over each version registered since, up to the target; one without a lift takes the payload as it is. */
    Lifted lift(Json payload, String id, String from, Version target) {
        Json at = payload;
        for (Version next : catalog.ask(id, head, it -> it.between(from, target))) {
            Optional<Lift> step = catalog.lift(id, next);
            if (step.isPresent()) {
                Lifted lifted = step.get().apply(at);
                if (!(lifted instanceof Lifted.Payload done)) {
                    return new Lifted.Refusal("to version " + next.version() + ": " + ((Lifted.Refusal) lifted).why());
                }
                at = done.payload();
            }
        }
        return new Lifted.Payload(at);
    }

    private static Json view(Json document, String from, String to, Json payload) {
        Map<String, Object> members = new LinkedHashMap<>(document.members());
        Json schema = document.member("schema").orElseThrow();
        members.put("payload", payload);
        members.put("schema", Map.of("id", schema.member("id").orElseThrow(), "version", to));
        members.put("view", Map.of("lift", Map.of("stored", from, "shown", to)));
        return Json.object(members);
    }

    private static Json refused(Json document, String from, String to, String why) {
        Map<String, Object> members = new LinkedHashMap<>(document.members());
        members.put("view", Map.of("lift", Map.of("stored", from, "shown", from, "asked", to, "refused", why)));
        return Json.object(members);
    }
}

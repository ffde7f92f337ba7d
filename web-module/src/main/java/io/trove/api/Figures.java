package io.trove.api;

import io.trove.ledger.Appended;
import io.trove.ledger.Appender;
import io.trove.ledger.LedgerName;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What Trove counts of itself for its operators: nothing that tells about an event. */
@ApplicationScoped
public class Figures {
    private static final Metadata APPENDED = Metadata.builder()
            .withName("trove_appended_events")
            .withDescription("Events recorded by this server since its start")
            .build();
    private static final Metadata REFUSED = Metadata.builder()
            .withName("trove_refusals")
            .withDescription("Requests that were answered with a problem, by its kind")
            .build();

    private static final Metadata NOT_SIGNED_IN = Metadata.builder()
            .withName("trove_failed_sign_ins")
            .withDescription(
                    "Names, passwords and keys that were wrong, or came too fast, on this server since its start")
            .build();
    private static final Metadata FOLLOWERS = Metadata.builder()
            .withName("trove_followers")
            .withDescription("Who follows a ledger on this server now")
            .build();

    private static final Metadata WAITING = Metadata.builder()
            .withName("trove_waiting_appends")
            .withDescription("Requests that wait on this server for their commit now")
            .build();

    @Inject
    private MetricRegistry registry;

    @Inject
    private Appender appender;

    private Counter recorded;
    private final Map<LedgerName, Map<String, LongAdder>> refusals = new ConcurrentHashMap<>();

    @PostConstruct
    void begin() {
        registry.gauge(WAITING, appender::waiting);
        recorded = registry.counter(APPENDED);
    }

    void following(Supplier<Integer> count) {
        registry.gauge(FOLLOWERS, count);
    }

    void appended(@Observes Appended appended) {
        recorded.inc(appended.to() - appended.from());
    }

    void refused(String slug, Optional<LedgerName> visited) {
        registry.counter(REFUSED, new Tag("problem", slug)).inc();
        visited.ifPresent(ledger -> refusals.computeIfAbsent(ledger, name -> new ConcurrentHashMap<>())
                .computeIfAbsent(slug, name -> new LongAdder())
                .increment());
    }

    void notSignedIn() {
        registry.counter(NOT_SIGNED_IN).inc();
    }

    /** What was refused of a ledger by this server since its start, by the kind of problem. */
    Map<String, Long> refusals(LedgerName ledger) {
        var counts = new TreeMap<String, Long>();
        refusals.getOrDefault(ledger, Map.of()).forEach((slug, count) -> counts.put(slug, count.sum()));
        return counts;
    }
}

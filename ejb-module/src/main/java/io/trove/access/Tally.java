package io.trove.access;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Attempts that failed, counted by their sources. Only so many sources are told apart: what comes from others is counted by its
 * kind alone, so that whoever attacks fills neither the memory nor the ledger.
 */
final class Tally {

    static final int SOURCES_MAX = 50;

    /** What failed. */
    enum Kind {
        SIGN_IN("sign-in"),
        KEY("key"),
        FORBIDDEN("forbidden");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /**
     * Where it came from: the principal it was about, and the address. A name that nobody has is left out, because people type
     * passwords into the wrong field.
     */
    record Source(Kind kind, String principal, String address) {}

    private final Map<Source, Long> counts = new LinkedHashMap<>();
    private final Map<Kind, Long> others = new EnumMap<>(Kind.class);

    synchronized void count(Source source, long times) {
        if (counts.containsKey(source) || counts.size() < SOURCES_MAX) {
            counts.merge(source, times, Long::sum);
        } else {
            others.merge(source.kind(), times, Long::sum);
        }
    }

    /** Begins anew, with nothing; what was counted until now. */
    synchronized Tally take() {
        var taken = new Tally();
        taken.counts.putAll(counts);
        taken.others.putAll(others);
        counts.clear();
        others.clear();
        return taken;
    }

    /** Counts all of another as well. */
    synchronized void add(Tally other) {
        other.counts.forEach(this::count);
        other.others.forEach((kind, times) -> others.merge(kind, times, Long::sum));
    }

    synchronized boolean isEmpty() {
        return counts.isEmpty();
    }

    /** As an event says it. */
    synchronized Map<String, Object> members() {
        List<Map<String, Object>> sources = new ArrayList<>();
        counts.forEach((source, times) -> {
            var members = new LinkedHashMap<String, Object>();
            members.put("kind", source.kind().text);
            if (!source.principal().isEmpty()) {
                members.put("principal", source.principal());
            }
            if (!source.address().isEmpty()) {
                members.put("address", source.address());
            }
            members.put("count", times);
            sources.add(members);
        });
        var rest = new LinkedHashMap<String, Object>();
        others.forEach((kind, times) -> rest.put(kind.text, times));
        return Map.of("sources", sources, "others", rest);
    }
}

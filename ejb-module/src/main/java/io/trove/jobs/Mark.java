package io.trove.jobs;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where a task is and what it came to so far: all that whoever goes on with it has to know. */
record Mark(Json json) {

    /** So much of what was found is listed for a task; the count has all. */
    static final int FINDINGS_MAX = 100;

    private static final String FINDINGS = "findings";
    private static final String FOUND = "found";

    static Mark of(Map<String, ?> members) {
        return new Mark(Json.object(new TreeMap<>(members)));
    }

    long number(String name) {
        return json.member(name).map(Json::integer).orElseThrow().orElseThrow();
    }

    /** The same, or 0 where nothing was said. */
    long count(String name) {
        return json.member(name).map(Json::integer).map(it -> it.orElse(0)).orElse(0L);
    }

    Optional<String> text(String name) {
        return json.member(name).flatMap(Json::text);
    }

    List<Json> items(String name) {
        return json.member(name).map(Json::items).orElse(List.of());
    }

    Mark with(String name, Object value) {
        Map<String, Object> members = new TreeMap<>(json.members());
        members.put(name, value);
        return of(members);
    }

    Mark plus(String name, long more) {
        return with(name, count(name) + more);
    }

    /** With what was found: all of it counted, the first of it listed. */
    Mark finding(List<? extends Map<String, ?>> found) {
        if (found.isEmpty()) {
            return this;
        }
        var listed = new ArrayList<Object>(items(FINDINGS));
        found.stream().limit(Math.max(0, FINDINGS_MAX - listed.size())).forEach(listed::add);
        return plus(FOUND, found.size()).with(FINDINGS, listed);
    }

    /** How much was found. */
    long found() {
        return count(FOUND);
    }

    List<Json> findings() {
        return items(FINDINGS);
    }
}

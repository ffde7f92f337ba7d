package io.trove.jobs;

import io.trove.event.Json;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a job is asked to do: the members of a request, each of the kind that it must be. */
record Wish(Json json) {

    private static final String JOB = "job";

    /** The kind of job that is asked for. */
    String kind(Set<String> known) {
        String wanted = "one of " + new TreeSet<>(known);
        if (!json.isObject()) {
            throw new JobRefused("", "no object", "an object with the member \"job\": " + wanted);
        }
        return text(JOB)
                .filter(known::contains)
                .orElseThrow(() -> new JobRefused(
                        "/job", json.member(JOB).map(Json::toString).orElse("nothing"), wanted));
    }

    /** Refuses members of other names. */
    Wish only(Set<String> members) {
        for (String each : json.members().keySet()) {
            if (!each.equals(JOB) && !members.contains(each)) {
                throw new JobRefused("/" + each, json.member(each).orElseThrow().toString(), wanted(members));
            }
        }
        return this;
    }

    private static String wanted(Set<String> members) {
        return members.isEmpty() ? "no members but job" : "none but job and " + new TreeSet<>(members);
    }

    Optional<String> text(String name) {
        return json.member(name).map(value -> value.text().orElseThrow(() -> refused(name, value, "a text")));
    }

    String required(String name, String what) {
        return text(name).orElseThrow(() -> new JobRefused("/" + name, "nothing", what));
    }

    boolean flag(String name) {
        return json.member(name)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw refused(name, value, "true or false");
                    }
                    return value.equals(Json.of(true));
                })
                .orElse(false);
    }

    Optional<Json> object(String name) {
        return json.member(name).map(value -> {
            if (!value.isObject()) {
                throw refused(name, value, "an object");
            }
            return value;
        });
    }

    private static JobRefused refused(String name, Json got, String wanted) {
        return new JobRefused("/" + name, got.toString(), wanted);
    }
}

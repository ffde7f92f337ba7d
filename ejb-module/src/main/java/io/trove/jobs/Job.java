package io.trove.jobs;

import io.trove.event.Actor;
import io.trove.event.Json;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A job as it is kept.
 *
 * @param caller who started it, and whom it acts as
 * @param sight the version of what they saw when it began
 * @param ceiling how many events there were then
 * @param resumedAtMicros when it last began to go on, and {@code resumedDone} how much of its phase was done then
 */
record Job(
        Ledger ledger,
        long id,
        String kind,
        JobState state,
        Caller caller,
        Json request,
        String sight,
        long ceiling,
        int phase,
        long startedAtMicros,
        OptionalLong endedAtMicros,
        long resumedAtMicros,
        long resumedDone,
        Optional<String> why) {

    /** A caller as it is kept: who they are, and nothing that proves it. */
    static Json written(Caller caller) {
        Map<String, Object> actor = new LinkedHashMap<>();
        actor.put("type", caller.actor().type());
        actor.put("id", caller.actor().id());
        actor.put("role", caller.actor().role());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", caller.id());
        members.put("actor", actor);
        members.put("producer", caller.producer());
        members.put("key", caller.key());
        return Json.object(members);
    }

    static Caller read(Json caller) {
        Json actor = caller.member("actor").orElseThrow();
        return new Caller(
                text(caller, "id").orElseThrow(),
                new Actor(text(actor, "type").orElseThrow(), text(actor, "id").orElseThrow(), text(actor, "role")),
                text(caller, "producer"),
                text(caller, "key"));
    }

    private static Optional<String> text(Json json, String member) {
        return json.member(member).flatMap(Json::text);
    }

    /** A member of the request. */
    Optional<Json> asked(String member) {
        return request.member(member);
    }
}

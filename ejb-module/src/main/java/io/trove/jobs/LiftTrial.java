package io.trove.jobs;

import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.filter.Field;
import io.trove.filter.Filter;
import io.trove.ledger.Caller;
import io.trove.query.Amount;
import io.trove.query.Found;
import io.trove.query.Query;
import io.trove.query.Stretch;
import io.trove.registry.Candidate;
import io.trove.registry.Registration;
import io.trove.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tries a lift on the history, and writes nothing: the events that claim a schema as they would be read as a version that is
 * registered, or those of a type as a candidate would have them; what does not conform then is named.
 */
@ApplicationScoped
class LiftTrial implements Work {

    private static final String SCHEMA = "schema";
    private static final String TO = "to";
    private static final String CANDIDATE = "candidate";
    private static final long EVENTS_A_TASK = 100_000;
    private static final int TASKS_MAX = 16;
    private static final int READ_AT_ONCE = 512;
    private static final long STRIDE_NANOS = 1_000_000_000L;

    @Inject
    private Registry registry;

    @Inject
    private Query query;

    @Override
    public String kind() {
        return "lift";
    }

    @Override
    public List<String> phases() {
        return List.of("trying");
    }

    @Override
    public Json checked(Caller caller, Sight sight, Wish wish) {
        wish.only(Set.of(SCHEMA, TO, CANDIDATE));
        Map<String, Object> kept = new TreeMap<>();
        String id = wish.required(SCHEMA, "the id of a schema");
        kept.put(SCHEMA, id);
        Optional<Json> candidate = wish.object(CANDIDATE);
        Optional<String> to = wish.text(TO);
        if (candidate.isPresent() && to.isPresent()) {
            throw new JobRefused("/candidate", "there beside \"to\"", "one of both");
        }
        if (candidate.isPresent()) {
            registry.candidate(sight.ledger(), id, Registration.of(candidate.get()));
            kept.put(CANDIDATE, candidate.get());
        } else {
            String version = registry.find(sight.ledger(), id, to.orElse("latest"))
                    .schema()
                    .version();
            kept.put(TO, version);
        }
        return Json.object(kept);
    }

    @Override
    public List<Task.Planned> plan(Job job, int phase) {
        return Export.stretches(job.ceiling(), EVENTS_A_TASK, TASKS_MAX);
    }

    @Override
    public Stride stride(Job job, Task task, Sight sight) {
        String id = job.asked(SCHEMA).flatMap(Json::text).orElseThrow();
        Optional<Json> trial = job.asked(CANDIDATE);
        Candidate candidate = trial.isPresent()
                ? registry.candidate(job.ledger(), id, Registration.of(trial.get()))
                : registry.candidate(
                        job.ledger(), id, job.asked(TO).flatMap(Json::text).orElseThrow());
        Filter filter = Filter.field(trial.isPresent() ? Field.TYPE : Field.SCHEMA, List.of(id));
        Mark mark = task.mark();
        long to = mark.number("to");
        long at = mark.number("at");
        long until = System.nanoTime() + STRIDE_NANOS;
        while (at < to && System.nanoTime() < until) {
            Stretch stretch = query.read(sight, filter, at - 1, to, Amount.portion(READ_AT_ONCE));
            mark = tried(candidate, stretch.items(), mark);
            at = stretch.ended() ? to : stretch.decided() + 1;
        }
        return Stride.to(mark.with("at", at), at - mark.number("from"), at == to);
    }

    private static Mark tried(Candidate candidate, List<Found> events, Mark mark) {
        var failures = new ArrayList<Map<String, Object>>();
        for (Found each : events) {
            Json document = Json.parse(each.document());
            List<Map<String, Object>> violations = candidate.violations(document);
            if (!violations.isEmpty()) {
                var failure = new LinkedHashMap<String, Object>();
                failure.put("position", each.position());
                failure.put("id", document.at("/id/id").flatMap(Json::text));
                failure.put("violations", violations);
                failures.add(failure);
            }
        }
        return mark.plus("checked", events.size()).finding(failures);
    }

    @Override
    public Map<String, Object> outcome(Job job, List<Task> tasks) {
        var outcome = new LinkedHashMap<String, Object>();
        outcome.put(
                "checked",
                tasks.stream().mapToLong(task -> task.mark().count("checked")).sum());
        outcome.put(
                "failed", tasks.stream().mapToLong(task -> task.mark().found()).sum());
        return outcome;
    }
}

package io.trove.jobs;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.integrity.AuditReport;
import io.trove.integrity.Auditing;
import io.trove.integrity.Disagreement;
import io.trove.ledger.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Audits a ledger: the audit that {@code POST …/audit} begins too, gone on with stride by stride by whatever server. */
@ApplicationScoped
class Verify implements Work {

    private static final String AUDIT = "audit";

    @Inject
    private Access access;

    @Inject
    private Auditing auditing;

    @Override
    public String kind() {
        return "verify";
    }

    @Override
    public List<String> phases() {
        return List.of("auditing");
    }

    @Override
    public Json checked(Caller caller, Sight sight, Wish wish) {
        wish.only(Set.of());
        demand(caller, sight);
        return Json.object(Map.of());
    }

    private void demand(Caller caller, Sight sight) {
        access.demand(caller, sight.ledger(), Permission.PROOF_AUDIT, "Auditing a ledger");
    }

    @Override
    public List<Task.Planned> plan(Job job, int phase) {
        return List.of(new Task.Planned(Mark.of(Map.of()), job.ceiling()));
    }

    @Override
    public Stride stride(Job job, Task task, Sight sight) {
        demand(job.caller(), sight);
        Mark mark = task.mark();
        if (mark.json().member(AUDIT).isEmpty()) {
            AuditReport open = auditing.open(job.ledger(), job.caller());
            return Stride.to(mark.with(AUDIT, open.id()), open.at(), false);
        }
        AuditReport report = auditing.goOn(job.ledger(), mark.number(AUDIT));
        boolean ended = report.state() == AuditReport.State.FINISHED;
        Mark next = ended
                ? mark.finding(report.disagreements().stream()
                                .map(Verify::members)
                                .toList())
                        .with("count", report.count())
                : mark;
        return !ended && report.at() == task.done()
                ? Stride.resting(next, report.at())
                : Stride.to(next, report.at(), ended);
    }

    private static Map<String, Object> members(Disagreement disagreement) {
        var members = new LinkedHashMap<String, Object>();
        disagreement.position().ifPresent(position -> members.put("position", position));
        members.put("subject", disagreement.subject());
        members.put("field", disagreement.field());
        members.put("sentence", disagreement.sentence());
        return members;
    }

    @Override
    public Map<String, Object> outcome(Job job, List<Task> tasks) {
        var outcome = new LinkedHashMap<String, Object>();
        tasks.forEach(task -> {
            task.mark().json().member(AUDIT).ifPresent(audit -> outcome.put(AUDIT, audit));
            task.mark().json().member("count").ifPresent(count -> outcome.put("disagreements", count));
        });
        return outcome;
    }
}

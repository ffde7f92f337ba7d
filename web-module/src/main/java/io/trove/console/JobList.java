package io.trove.console;

import io.trove.access.Permission;
import io.trove.dialect.Dialect;
import io.trove.dialect.Dialects;
import io.trove.jobs.Act;
import io.trove.jobs.Jobs;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The long work on a ledger: what runs, how far it is, and what it came to. */
@Named("jobs")
@RequestScoped
public class JobList {
    private static final int PAGE = 25;
    private static final Map<String, String> DOES = Map.of(
            "export", "events into a file",
            "import", "events from a file or another ledger",
            "lift", "try how events read as another version of their schema",
            "replay", "build the states of all entities anew",
            "verify", "an audit of everything that is kept");

    @Inject
    private Chosen chosen;

    @Inject
    private Told told;

    @Inject
    private Jobs jobs;

    private List<JobLine> found;
    private JobLine shown;

    @PostConstruct
    void look() {
        var before = number("before");
        found = jobs.list(chosen.getCaller(), chosen.getLedger(), before, PAGE + 1).stream()
                .map(JobLine::of)
                .toList();
    }

    private OptionalLong number(String name) {
        var text = chosen.parameter(name);
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    public List<JobLine> getAll() {
        return found.stream().limit(PAGE).toList();
    }

    public String getNext() {
        return found.size() <= PAGE
                ? ""
                : chosen.to("jobs").with("before", found.get(PAGE - 1).id()).toString();
    }

    public String getFirst() {
        return chosen.parameter("before").isEmpty() ? "" : chosen.to("jobs").toString();
    }

    /** The job that the address names. */
    public JobLine getShown() {
        if (shown == null) {
            shown = JobLine.of(jobs.find(
                    chosen.getCaller(), chosen.getLedger(), number("job").orElse(0)));
        }
        return shown;
    }

    /** Whether there are some that may be gone on with. */
    public boolean isMendable() {
        return isRunner() && getAll().stream().anyMatch(JobLine::isBroken);
    }

    public boolean isRunner() {
        return chosen.may(Permission.JOBS_RUN.text());
    }

    /** A kind of job: its name in the API, and with what it does. */
    public record KindLine(String name, String words) {}

    /** The kinds of jobs that there are. */
    public List<KindLine> getKinds() {
        return jobs.kinds().stream()
                .map(kind -> new KindLine(kind, DOES.containsKey(kind) ? kind + ": " + DOES.get(kind) : kind))
                .toList();
    }

    /** The shapes that the lines of an import may have. */
    public List<String> getDialects() {
        return Dialects.all().stream().map(Dialect::name).toList();
    }

    /** What was typed, when it was refused. */
    public String typed(String field) {
        return chosen.parameter(field);
    }

    /** Starts what the form says. */
    public void start() {
        told.once(
                () -> {
                    jobs.start(chosen.getCaller(), chosen.getLedger(), new JobForm(chosen::parameter).request());
                    return chosen.to("jobs");
                },
                "The job is on its way.");
    }

    /** Does to the job what a button says. */
    public void act(String name) {
        var id = number("job").orElse(0);
        told.done(
                () -> Act.named(name).ifPresent(act -> jobs.act(chosen.getCaller(), chosen.getLedger(), id, act)),
                "It was told to, and does so at its next step.",
                chosen.to("job").with("job", id));
    }
}

package io.trove.jobs;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.access.Sight;
import io.trove.entities.Generation;
import io.trove.entities.Portion;
import io.trove.entities.Rebuilding;
import io.trove.entities.Spread;
import io.trove.event.Json;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledgers;
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
 * Builds the states of a ledger's entities anew, beside those that count: portion by portion up to where the ledger was, then
 * what came since; holds both against each other; and is switched to, or thrown away.
 */
@ApplicationScoped
class Replaying implements Work {

    private static final int BUILDING = 0;
    private static final int CATCHING_UP = 1;
    private static final int COMPARING = 2;
    private static final int SWITCHING = 3;
    private static final int CLEARING = 4;
    private static final List<String> PHASES = List.of("building", "catching up", "comparing", "switching", "clearing");

    private static final String FOLD = "fold";
    private static final String SWITCH = "switch";
    private static final String ASKED = "asked";
    private static final String IF_EQUAL = "ifEqual";
    private static final String ALWAYS = "always";
    private static final Set<String> WHEN = Set.of(ASKED, IF_EQUAL, ALWAYS);
    private static final String NEXT = "next";
    private static final String END = "end";
    private static final String PILES = "piles";
    private static final String SALT = "salt";
    private static final int FOLD_LENGTH_MAX = 200;
    private static final int PARTS_MAX = 16;

    @Inject
    private Access access;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Rebuilding rebuilding;

    @Override
    public String kind() {
        return "replay";
    }

    @Override
    public List<String> phases() {
        return PHASES;
    }

    /** What everybody sees folded is rebuilt, so that it takes a sight of everything. */
    @Override
    public Json checked(Caller caller, Sight sight, Wish wish) {
        wish.only(Set.of(FOLD, SWITCH));
        access.demand(caller, sight.ledger(), Permission.ENTITIES_MANAGE, "A replay");
        access.requireWhole(sight, "A replay");
        Map<String, Object> kept = new TreeMap<>();
        String when = wish.text(SWITCH).orElse(ASKED);
        if (!WHEN.contains(when)) {
            throw new JobRefused("/switch", when, "asked, ifEqual or always");
        }
        kept.put(SWITCH, when);
        Optional<String> fold = wish.text(FOLD);
        if (fold.filter(name -> name.isEmpty() || name.length() > FOLD_LENGTH_MAX)
                .isPresent()) {
            throw new JobRefused("/fold", fold.get(), "the name of folds, of 1 to 200 characters");
        }
        fold.or(() -> rebuilding.live(sight.ledger()).fold()).ifPresent(name -> kept.put(FOLD, name));
        return Json.object(kept);
    }

    private static Generation generation(Job job) {
        return new Generation(job.id(), job.asked(FOLD).flatMap(Json::text));
    }

    @Override
    public List<Task.Planned> plan(Job job, int phase) {
        return switch (phase) {
            case BUILDING -> portions(job);
            case CATCHING_UP, SWITCHING -> List.of(toEnd(job, phase));
            case COMPARING ->
                List.of(new Task.Planned(
                        Mark.of(Map.of("below", rebuilding.followed(job.ledger(), generation(job)))),
                        rebuilding.count(job.ledger(), generation(job))));
            default -> List.of(cleared(job));
        };
    }

    private List<Task.Planned> portions(Job job) {
        var planned = new ArrayList<Task.Planned>();
        for (Rebuilding.Part part : rebuilding.parts(job.ledger(), job.ceiling(), PARTS_MAX)) {
            Portion portion = part.portion();
            Map<String, Object> mark = new TreeMap<>();
            mark.put(NEXT, portion.next());
            mark.put(END, portion.end());
            mark.put(PILES, portion.spread().piles());
            mark.put(SALT, Long.toString(portion.spread().salt()));
            planned.add(new Task.Planned(Mark.of(mark), part.events()));
        }
        return planned;
    }

    private Task.Planned toEnd(Job job, int phase) {
        long from = phase == CATCHING_UP ? job.ceiling() : rebuilding.followed(job.ledger(), generation(job));
        return new Task.Planned(
                Mark.of(Map.of("from", from)), ledgers.head(job.ledger()).size() - from);
    }

    /** What does not count any more when this does, and otherwise this. */
    private Task.Planned cleared(Job job) {
        boolean counts = rebuilding.live(job.ledger()).number() == job.id();
        long generation = counts
                ? rebuilding.previous(job.ledger()).map(Generation::number).orElse(0L)
                : job.id();
        return new Task.Planned(Mark.of(Map.of("generation", generation)), 1);
    }

    @Override
    public Stride stride(Job job, Task task, Sight sight) {
        access.requireWhole(sight, "A replay");
        return switch (task.phase()) {
            case BUILDING -> build(job, task);
            case CATCHING_UP -> catchUp(job, task);
            case COMPARING -> compare(job, task);
            case SWITCHING -> switchTo(job, task);
            default -> clear(job, task);
        };
    }

    private Stride build(Job job, Task task) {
        Mark mark = task.mark();
        Portion portion = portion(mark);
        Rebuilding.Built built = rebuilding.build(job.ledger(), generation(job), portion, job.ceiling());
        if (built.waits()) {
            return Stride.resting(mark, task.done());
        }
        return new Stride(
                mark.with(NEXT, built.next()).plus("events", built.events()),
                task.done() + built.events(),
                built.next() == portion.end(),
                false,
                built.writes()::on);
    }

    private static Portion portion(Mark mark) {
        String salt = mark.text(SALT)
                .orElseThrow(() -> new JobNotSo("An earlier build of Trove began this replay; start another"));
        var spread = new Spread((int) mark.number(PILES), Long.parseLong(salt));
        return new Portion(spread, (int) mark.number(NEXT), (int) mark.number(END));
    }

    private Stride catchUp(Job job, Task task) {
        rebuilding.built(job.ledger(), generation(job), job.ceiling());
        Rebuilding.Reached reached = rebuilding.catchUp(job.ledger(), generation(job));
        return Stride.to(
                task.mark().with("at", reached.position()),
                reached.position() - task.mark().number("from"),
                reached.isThere());
    }

    private Stride compare(Job job, Task task) {
        Mark mark = task.mark();
        Map<String, String> place = new LinkedHashMap<>();
        mark.json()
                .member("place")
                .ifPresent(json -> json.members()
                        .forEach((name, value) -> place.put(name, value.text().orElseThrow())));
        Rebuilding.Compared compared =
                rebuilding.compare(job.ledger(), generation(job), place, mark.count("compared"), mark.number("below"));
        return Stride.to(
                mark.with("place", compared.place())
                        .with("compared", compared.compared())
                        .finding(compared.differences()),
                compared.compared(),
                compared.ended());
    }

    private Stride switchTo(Job job, Task task) {
        Stride caughtUp = catchUp(job, task);
        if (caughtUp.ended()) {
            rebuilding.switchTo(job.ledger(), job.caller(), generation(job));
        }
        return caughtUp;
    }

    private Stride clear(Job job, Task task) {
        boolean cleared = rebuilding.clear(job.ledger(), task.mark().number("generation"));
        return Stride.to(task.mark(), cleared ? 1 : 0, cleared);
    }

    @Override
    public Next next(Job job, int phase, List<Task> tasks) {
        if (phase != COMPARING) {
            return phase == CLEARING ? new Next.End() : new Next.Phase(phase + 1);
        }
        String when = job.asked(SWITCH).flatMap(Json::text).orElse(ASKED);
        boolean differs = tasks.stream().anyMatch(task -> task.mark().found() > 0);
        return when.equals(ALWAYS) || (when.equals(IF_EQUAL) && !differs)
                ? new Next.Phase(SWITCHING)
                : new Next.Decision();
    }

    @Override
    public int phaseOf(Act decision) {
        return decision == Act.SWITCH ? SWITCHING : CLEARING;
    }

    @Override
    public Map<String, Object> outcome(Job job, List<Task> tasks) {
        var outcome = new LinkedHashMap<String, Object>();
        outcome.put("generation", job.id());
        outcome.put("counts", rebuilding.live(job.ledger()).number() == job.id());
        outcome.put(
                "events",
                tasks.stream().mapToLong(task -> task.mark().count("events")).sum());
        tasks.stream().filter(task -> task.phase() == COMPARING).forEach(task -> {
            outcome.put("below", task.mark().number("below"));
            outcome.put("compared", task.mark().count("compared"));
            outcome.put("differences", task.mark().found());
            task.mark().json().member("place").ifPresent(place -> {
                outcome.put("hash", place.member("built"));
                outcome.put("hashOfLive", place.member("live"));
            });
        });
        return outcome;
    }
}

package io.trove.console;

import io.trove.event.Json;
import io.trove.event.Times;
import io.trove.jobs.JobReport;
import io.trove.jobs.JobReport.Told;
import io.trove.jobs.JobState;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A job as a page tells it; {@code acts} are what may be done to it now. */
public record JobLine(
        long id,
        String kind,
        String state,
        String tone,
        String phase,
        String startedBy,
        String request,
        long size,
        String startedAt,
        String endedAt,
        long done,
        long total,
        String rate,
        String why,
        List<Map.Entry<String, String>> outcome,
        long found,
        List<String> findings,
        List<ActLine> acts) {

    private static final Map<String, String> SAID = Map.of(
            "below", "built up to position",
            "compared", "states compared",
            "counts", "counts now",
            "differences", "states that differ",
            "events", "events folded",
            "files", "files brought along",
            "hash", "hash of what was built",
            "hashOfLive", "hash of what counted",
            "read", "lines read",
            "refused", "lines refused");

    /** Something that may be done: its name in the API, and in words. */
    public record ActLine(String name, String label, boolean good) {}

    static JobLine of(JobReport report) {
        return new JobLine(
                report.id(),
                report.kind(),
                report.state().text(),
                tone(report.state()),
                report.phase(),
                report.startedBy(),
                report.told().map(about -> Pretty.of(about.request())).orElse(""),
                report.ceiling(),
                Times.text(report.startedAtMicros()),
                report.endedAtMicros().isPresent()
                        ? Times.text(report.endedAtMicros().getAsLong())
                        : "",
                report.done(),
                report.total(),
                report.ratePerSecond().map(Object::toString).orElse(""),
                report.told().flatMap(Told::why).orElse(""),
                report.told().map(JobLine::outcome).orElse(List.of()),
                report.told().map(Told::found).orElse(0L),
                report.told().map(Told::findings).orElse(List.of()).stream()
                        .map(Pretty::of)
                        .toList(),
                acts(report.state()));
    }

    private static List<Map.Entry<String, String>> outcome(Told about) {
        return Json.object(about.outcome()).members().entrySet().stream()
                .map(each -> Map.entry(words(each.getKey()), text(each.getValue())))
                .toList();
    }

    /** A name of the API, as people would say it. */
    private static String words(String name) {
        return SAID.getOrDefault(
                name, name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT));
    }

    private static String text(Json value) {
        if (value.isBoolean()) {
            return value.equals(Json.of(true)) ? "yes" : "no";
        }
        return value.text().orElseGet(() -> Pretty.of(value));
    }

    private static String tone(JobState state) {
        return switch (state) {
            case RUNNING -> "busy";
            case PAUSED, READY, STOPPED -> "weak";
            case FAILED -> "bad";
            case FINISHED -> "good";
        };
    }

    private static List<ActLine> acts(JobState state) {
        var stop = new ActLine("stop", "Stop", false);
        return switch (state) {
            case RUNNING -> List.of(new ActLine("pause", "Pause", false), stop);
            case PAUSED -> List.of(new ActLine("resume", "Go on", true), stop);
            case READY ->
                List.of(
                        new ActLine("switch", "Use what it built", true),
                        new ActLine("discard", "Throw it away", false));
            case STOPPED, FAILED -> List.of(new ActLine("restart", "Go on from where it was", true));
            case FINISHED -> List.of();
        };
    }

    /** Whether what it is about is for this reader. */
    public boolean isTold() {
        return !request.isEmpty();
    }

    /** Whether it goes on by itself. */
    public boolean isRunning() {
        return state.equals(JobState.RUNNING.text());
    }

    /** Whether it ended before it was done, and goes on when it is told to. */
    public boolean isBroken() {
        return acts.stream().anyMatch(act -> act.name().equals("restart"));
    }

    /** Whether it has a file to hand out. */
    public boolean isHandedOut() {
        return isTold() && kind.equals("export") && state.equals(JobState.FINISHED.text());
    }
}

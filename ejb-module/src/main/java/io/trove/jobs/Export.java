package io.trove.jobs;

import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.files.Blobs;
import io.trove.filter.Filter;
import io.trove.ledger.Caller;
import io.trove.query.Amount;
import io.trove.query.Found;
import io.trove.query.Query;
import io.trove.query.Stretch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the events that a filter means, as far as the sight goes, an event a line, in the order of their positions. Each
 * stride writes a part of its own into the store of files; compressed parts are members of one gzip file (RFC 1952, 2.2),
 * so that a file is its parts one behind the other, whoever wrote them.
 */
@ApplicationScoped
class Export implements Work {

    static final String KIND = "export";

    /** An export's file is there for so long. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final long EVENTS_A_TASK = 50_000;
    private static final int TASKS_MAX = 16;
    private static final int READ_AT_ONCE = 512;
    private static final int PART_BYTES_MAX = 4 << 20;
    private static final int PARTS_MAX = 10_000;
    private static final long STRIDE_NANOS = 1_000_000_000L;
    private static final int AT_MIDDLE = 1 << 16;

    @Inject
    private Query query;

    @Inject
    private Blobs blobs;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> phases() {
        return List.of("writing");
    }

    @Override
    public Json checked(Caller caller, Sight sight, Wish wish) {
        wish.only(Set.of("filter", "gzip"));
        Map<String, Object> kept = new TreeMap<>();
        wish.object("filter").ifPresent(filter -> {
            Filter.of(filter);
            kept.put("filter", filter);
        });
        kept.put("gzip", wish.flag("gzip"));
        return Json.object(kept);
    }

    static boolean isZipped(Job job) {
        return job.asked("gzip").filter(Json.of(true)::equals).isPresent();
    }

    /** Stretches of positions, each for whoever takes it. */
    @Override
    public List<Task.Planned> plan(Job job, int phase) {
        return stretches(job.ceiling(), EVENTS_A_TASK, TASKS_MAX);
    }

    /** The positions below a ceiling in stretches of this length, or as long as so many of them are enough. */
    static List<Task.Planned> stretches(long ceiling, long length, int most) {
        long step = Math.max(length, (ceiling + most - 1) / most);
        var planned = new ArrayList<Task.Planned>();
        for (long from = 0; from < ceiling; from += step) {
            long to = Math.min(ceiling, from + step);
            planned.add(new Task.Planned(Mark.of(Map.of("from", from, "to", to, "at", from)), to - from));
        }
        return planned;
    }

    @Override
    public Stride stride(Job job, Task task, Sight sight) {
        Filter filter = job.asked("filter").map(Filter::of).orElse(Filter.all());
        Mark mark = task.mark();
        long to = mark.number("to");
        long at = mark.number("at");
        var bytes = new ByteArrayOutputStream(AT_MIDDLE);
        long events = 0;
        long until = System.nanoTime() + STRIDE_NANOS;
        try (OutputStream out = isZipped(job) ? new GZIPOutputStream(bytes, AT_MIDDLE) : bytes) {
            while (at < to && bytes.size() < PART_BYTES_MAX && System.nanoTime() < until) {
                Stretch stretch = query.read(sight, filter, at - 1, to, Amount.portion(READ_AT_ONCE));
                for (Found each : stretch.items()) {
                    each.writeTo(out);
                    out.write('\n');
                    events++;
                }
                at = stretch.ended() ? to : stretch.decided() + 1;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Mark next = mark.with("at", at).plus("events", events);
        return Stride.to(
                events == 0 ? next : with(next, part(job, bytes.toByteArray())), at - mark.number("from"), at == to);
    }

    private static Mark with(Mark mark, Exported.Part part) {
        var parts = new ArrayList<Object>(mark.items(Exported.PARTS));
        if (parts.size() == PARTS_MAX) {
            throw new JobNotSo("An export has at most %d parts of %d bytes a task; narrow its filter"
                    .formatted(PARTS_MAX, PART_BYTES_MAX));
        }
        parts.add(part.json());
        return mark.with(Exported.PARTS, parts);
    }

    private Exported.Part part(Job job, byte[] bytes) {
        return new Exported.Part(
                blobs.keepUntil(job.ledger(), job.caller(), bytes, Instant.now().plus(KEPT)), bytes.length);
    }

    @Override
    public Map<String, Object> outcome(Job job, List<Task> tasks) {
        var outcome = new LinkedHashMap<String, Object>();
        outcome.put(
                "events",
                tasks.stream().mapToLong(task -> task.mark().count("events")).sum());
        List<Exported.Part> parts = Exported.parts(tasks);
        outcome.put("bytes", parts.stream().mapToLong(Exported.Part::size).sum());
        outcome.put("parts", parts.size());
        if (job.state() == JobState.FINISHED) {
            outcome.put("file", "jobs/" + job.id() + "/file");
        }
        return outcome;
    }
}

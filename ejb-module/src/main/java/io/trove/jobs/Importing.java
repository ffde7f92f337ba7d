package io.trove.jobs;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.access.Sight;
import io.trove.dialect.Dialect;
import io.trove.dialect.Dialects;
import io.trove.event.Draft;
import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.event.JsonLines;
import io.trove.event.Malformed;
import io.trove.ledger.Append;
import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.Settled;
import io.trove.query.Query;
import io.trove.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Appends what lines say, each for itself, chunk by chunk, as who started it. A line that was recorded is there already when
 * it comes again, so that a chunk whose mark was not written does no harm.
 */
@ApplicationScoped
class Importing implements Work {

    private static final String FROM = "from";
    private static final String DIALECT = "dialect";
    private static final String ON_ERROR = "onError";
    private static final String FILES = "files";
    private static final String OURS = "trove";
    private static final String LINE = "line";
    private static final String POSITION = "position";
    private static final int LINES_MAX = 500;
    private static final long CHUNK_BYTES_MAX = 4L << 20;
    private static final int LINE_TO_EVENT_MAX = 4;
    private static final long STRIDE_NANOS = 4_000_000_000L;

    @Inject
    private Access access;

    @Inject
    private Appender appender;

    @Inject
    private Query query;

    @Inject
    private Sources sources;

    @Inject
    private Bringing bringing;

    @Override
    public String kind() {
        return "import";
    }

    /** What it appends does not depend on what is seen, and may well change it. */
    @Override
    public boolean dependsOnSight() {
        return false;
    }

    @Override
    public List<String> phases() {
        return List.of("appending");
    }

    @Override
    public Json checked(Caller caller, Sight sight, Wish wish) {
        wish.only(Set.of(FROM, DIALECT, ON_ERROR, FILES));
        demand(caller, sight);
        Map<String, Object> kept = new TreeMap<>();
        Json from = wish.object(FROM).orElseThrow(() -> new JobRefused("/from", "nothing", "what is imported from"));
        String dialect = wish.text(DIALECT).orElse(OURS);
        if (Dialects.named(dialect).isEmpty()) {
            throw new JobRefused(
                    "/dialect",
                    dialect,
                    "one of " + Dialects.all().stream().map(Dialect::name).toList());
        }
        String onError = wish.text(ON_ERROR).orElse("continue");
        if (!Set.of("continue", "stop").contains(onError)) {
            throw new JobRefused("/onError", onError, "continue or stop");
        }
        kept.put(FROM, sources.checked(caller, sight.ledger(), from));
        kept.put(DIALECT, dialect);
        kept.put(ON_ERROR, onError);
        kept.put(FILES, dialect.equals(OURS) && (wish.json().member(FILES).isEmpty() || wish.flag(FILES)));
        return Json.object(kept);
    }

    private void demand(Caller caller, Sight sight) {
        access.demandWrite(caller, sight.ledger(), Permission.EVENTS_APPEND, "An import");
        appender.requireAdmitted(sight.ledger(), caller);
    }

    @Override
    public List<Task.Planned> plan(Job job, int phase) {
        return List.of(new Task.Planned(
                Mark.of(Map.of(LINE, 0, POSITION, -1)),
                Sources.size(job.asked(FROM).orElseThrow())));
    }

    @Override
    public Stride stride(Job job, Task task, Sight sight) {
        demand(job.caller(), sight);
        Json from = job.asked(FROM).orElseThrow();
        boolean isLedger = Sources.isLedger(from);
        Mark mark = task.mark();
        boolean untilRefused =
                job.asked(ON_ERROR).flatMap(Json::text).filter("stop"::equals).isPresent();
        long until = System.nanoTime() + STRIDE_NANOS;
        int lineMax = Math.toIntExact(LINE_TO_EVENT_MAX * appender.bounds().eventBytesMax());
        try (Incoming in = new Incoming(
                sources.open(job.caller(), job.ledger(), from, mark.number(POSITION)),
                isLedger ? mark.number(LINE) : 0,
                isLedger ? 0 : mark.number(LINE),
                lineMax)) {
            var lines = new ImportLines(
                    Dialects.named(job.asked(DIALECT).flatMap(Json::text).orElseThrow())
                            .orElseThrow(),
                    appender.bounds().limits(),
                    id -> query.entityType(sight, id),
                    "import-" + job.ledger().uid() + "-" + job.id() + "-");
            boolean ended = false;
            while (!ended && System.nanoTime() < until) {
                Chunk chunk = read(job, in, lines, mark);
                mark = settled(job, chunk, untilRefused);
                ended = chunk.isLast || (untilRefused && mark.found() > 0);
            }
            long done = isLedger ? mark.number(POSITION) + 1 : Math.max(task.done(), in.bytes());
            return Stride.to(mark, done, ended);
        } catch (IOException broken) {
            throw NotFetched.away("What is imported", broken);
        }
    }

    /** Lines that are appended together, and where they end. */
    private static final class Chunk {

        private final List<Long> numbers = new ArrayList<>();
        private final List<Draft> drafts = new ArrayList<>();
        private final List<Map<String, Object>> refused = new ArrayList<>();
        private Mark mark;
        private long bytes;
        private boolean isLast;

        private Chunk(Mark mark) {
            this.mark = mark;
        }

        private boolean isFull() {
            return drafts.size() + refused.size() >= LINES_MAX || bytes >= CHUNK_BYTES_MAX;
        }

        private void refuse(long line, String type, String detail) {
            var finding = new LinkedHashMap<String, Object>();
            finding.put("line", line);
            finding.put("type", type);
            finding.put("detail", detail);
            refused.add(finding);
        }
    }

    private Chunk read(Job job, Incoming in, ImportLines lines, Mark mark) throws IOException {
        var chunk = new Chunk(mark);
        while (!chunk.isFull() && !chunk.isLast) {
            try {
                Optional<JsonLines.Line> line = in.next();
                chunk.isLast = line.isEmpty();
                if (line.isPresent()) {
                    Json document = line.get().value();
                    chunk.mark = position(chunk.mark, document);
                    Bringing.Brought brought = brought(job, document);
                    Draft draft = lines.draft(in.number(), brought.event());
                    chunk.mark = chunk.mark.plus(FILES, brought.files());
                    chunk.numbers.add(in.number());
                    chunk.drafts.add(draft);
                    chunk.bytes += draft.contentLength();
                }
            } catch (Malformed malformed) {
                chunk.refuse(in.number(), "malformed", malformed.getMessage());
            } catch (Invalid invalid) {
                chunk.refuse(in.number(), "invalid", invalid.getMessage());
            } catch (FileNotBrought refusal) {
                chunk.refuse(in.number(), refusal.slug(), refusal.getMessage());
            }
        }
        chunk.mark = chunk.mark.with(LINE, in.number());
        return chunk;
    }

    private Bringing.Brought brought(Job job, Json document) throws IOException {
        return job.asked(FILES).filter(Json.of(true)::equals).isPresent()
                ? bringing.with(job, job.asked(FROM).orElseThrow(), document)
                : new Bringing.Brought(document, 0);
    }

    private static Mark position(Mark mark, Json document) {
        return document.member(POSITION)
                .filter(Json::isNumber)
                .map(position -> mark.with(POSITION, position))
                .orElse(mark);
    }

    private Mark settled(Job job, Chunk chunk, boolean untilRefused) {
        List<Settled> outcomes = chunk.drafts.isEmpty()
                ? List.of()
                : appender.appendEach(job.ledger(), job.caller(), Append.of(chunk.drafts), untilRefused);
        long appended = 0;
        long there = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Settled.Recorded recorded) {
                appended += recorded.receipt().replay() ? 0 : 1;
                there += recorded.receipt().replay() ? 1 : 0;
            } else if (outcomes.get(i) instanceof Settled.Refused refused) {
                Refusal refusal = refused.refusal();
                chunk.refuse(chunk.numbers.get(i), refusal.slug(), refusal.getMessage());
            }
        }
        return chunk.mark.plus("appended", appended).plus("alreadyThere", there).finding(chunk.refused);
    }

    @Override
    public Map<String, Object> outcome(Job job, List<Task> tasks) {
        var outcome = new LinkedHashMap<String, Object>();
        for (String each : List.of(LINE, "appended", "alreadyThere", FILES)) {
            outcome.put(
                    each.equals(LINE) ? "read" : each,
                    tasks.stream().mapToLong(task -> task.mark().count(each)).sum());
        }
        outcome.put(
                "refused", tasks.stream().mapToLong(task -> task.mark().found()).sum());
        return outcome;
    }
}

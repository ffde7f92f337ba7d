package io.trove.api;

import io.trove.event.Draft;
import io.trove.event.Invalid;
import io.trove.event.JsonLines;
import io.trove.event.Malformed;
import io.trove.ledger.Settled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads lines and appends them chunk by chunk, and says what became of them while it goes. It holds one chunk; the next is
 * read when what there is to say of this one has been taken.
 */
final class Import {
    private final JsonLines lines;
    private final Supplier<Drafts> dialect;
    private final ImportedIds ids;
    private final Function<List<Draft>, List<Settled>> append;
    private final Function<List<Draft>, List<Map<String, Object>>> advise;
    private final boolean untilRefused;
    private final ImportAdvice advice = new ImportAdvice();
    private ImportTally tally = ImportTally.NOTHING;
    private boolean ended;

    /** {@code dialect}: how the lines of one chunk are read; {@code advise}: what will be regretted about them. */
    Import(
            JsonLines lines,
            Supplier<Drafts> dialect,
            ImportedIds ids,
            Function<List<Draft>, List<Settled>> append,
            Function<List<Draft>, List<Map<String, Object>>> advise,
            boolean untilRefused) {
        this.lines = lines;
        this.dialect = dialect;
        this.ids = ids;
        this.append = append;
        this.advise = advise;
        this.untilRefused = untilRefused;
    }

    /** Until the last line, or until the first refused one when it is to stop there; the last line of progress says which. */
    void run(ImportProgress progress) throws IOException {
        while (!ended && !isStopped()) {
            var chunk = read();
            settle(chunk);
            for (var refused : chunk.refused().entrySet()) {
                progress.refused(refused.getKey(), refused.getValue());
            }
            if (!chunk.isEmpty()) {
                progress.chunk(tally);
            }
        }
        progress.end(tally, advice.members(), !isStopped(), Optional.empty());
    }

    /** Ends with a problem that is no line's. */
    void broken(ImportProgress progress, Problem problem) throws IOException {
        progress.end(tally, advice.members(), false, Optional.of(problem));
    }

    private boolean isStopped() {
        return untilRefused && tally.refused() > 0;
    }

    ImportTally tally() {
        return tally;
    }

    private ImportChunk read() {
        var chunk = new ImportChunk();
        var drafts = dialect.get();
        while (!ended && !chunk.isFull() && !(untilRefused && !chunk.refused().isEmpty())) {
            readLine(chunk, drafts);
        }
        return chunk;
    }

    /** What cannot be read is another thing than a client that takes no answer. */
    private void readLine(ImportChunk chunk, Drafts drafts) {
        try {
            var line = lines.next();
            ended = line.isEmpty();
            line.ifPresent(each -> chunk.add(each.number(), ids.named(each.number(), drafts.one(each.value()))));
        } catch (Malformed malformed) {
            chunk.refuse(lines.number(), Problem.of(malformed));
        } catch (Invalid invalid) {
            chunk.refuse(lines.number(), Problem.of(invalid));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void settle(ImportChunk chunk) {
        var outcomes = chunk.drafts().isEmpty() ? List.<Settled>of() : append.apply(chunk.drafts());
        long appended = 0;
        long there = 0;
        for (var i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Settled.Recorded recorded) {
                appended += recorded.receipt().replay() ? 0 : 1;
                there += recorded.receipt().replay() ? 1 : 0;
            } else if (outcomes.get(i) instanceof Settled.Refused refused) {
                chunk.refuse(chunk.number(i), Problem.of(refused.refusal()));
            }
        }
        if (untilRefused) {
            chunk.keepFirstRefused();
        }
        advice.add(chunk, outcomes, chunk.drafts().isEmpty() ? List.of() : advise.apply(chunk.drafts()));
        tally = tally.plus(new ImportTally(appended, there, chunk.refused().size()));
    }
}

package io.trove.jobs;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.files.Blobs;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** What exports wrote: parts in the store of files, one behind the other, each under its hash. */
@ApplicationScoped
class Exported {

    static final String PARTS = "parts";

    @Inject
    private Access access;

    @Inject
    private Blobs blobs;

    @Inject
    private Store store;

    /** A part as a mark names it. */
    record Part(String hash, long size) {

        static Part read(Json json) {
            return new Part(
                    json.member("hash").flatMap(Json::text).orElseThrow(),
                    json.member("size").orElseThrow().integer().orElseThrow());
        }

        Json json() {
            return Json.object(Map.of("hash", hash, "size", size));
        }
    }

    static List<Part> parts(List<Task> tasks) {
        return tasks.stream()
                .flatMap(task -> task.mark().items(PARTS).stream())
                .map(Part::read)
                .toList();
    }

    /** What an export wrote, for who started it, as long as they see what they saw, and for whoever sees everything. */
    JobFile file(Caller caller, Ledger ledger, long id) {
        access.demand(caller, ledger, Permission.JOBS_READ, "Reading jobs");
        Sight sight = access.sight(caller, ledger);
        return store.with(ledger, tables -> {
            Job job = new JobTable(ledger, tables).find(id).orElseThrow(() -> new JobUnknown(id));
            if (!job.caller().id().equals(caller.id()) || !job.sight().equals(sight.version())) {
                access.requireWhole(sight, "What another one's job wrote");
            }
            return file(job, new TaskTable(tables).all(id));
        });
    }

    /** The same, part by part; each is opened when it is read. */
    List<InputStream> parts(Caller caller, Ledger ledger, long id) {
        file(caller, ledger, id);
        List<Part> parts = store.with(ledger, tables -> parts(new TaskTable(tables).all(id)));
        return parts.stream()
                .<InputStream>map(part -> new Late(() -> blobs.open(ledger, part.hash(), part.size())))
                .toList();
    }

    /** The whole of them, when the job is over. */
    private JobFile file(Job job, List<Task> tasks) {
        if (!job.kind().equals(Export.KIND) || job.state() != JobState.FINISHED) {
            throw new JobNotSo("Job %d is a job \"%s\" that is %s; an export that is finished has a file"
                    .formatted(job.id(), job.kind(), job.state().text()));
        }
        List<Part> parts = parts(tasks);
        parts.forEach(part -> blobs.require(job.ledger(), part.hash()));
        boolean zipped = Export.isZipped(job);
        return new JobFile(
                "%s-%s-%d.ndjson%s"
                        .formatted(
                                job.ledger().name().organization(),
                                job.ledger().name().environment(),
                                job.id(),
                                zipped ? ".gz" : ""),
                zipped ? "application/gzip" : "application/x-ndjson",
                parts.stream().mapToLong(Part::size).sum(),
                out -> write(job.ledger(), parts, out));
    }

    private void write(Ledger ledger, List<Part> parts, OutputStream out) throws IOException {
        for (Part part : parts) {
            try (InputStream in = blobs.open(ledger, part.hash(), part.size())) {
                in.transferTo(out);
            }
        }
    }

    /** A part that is not open before it is read. */
    private static final class Late extends InputStream {

        private final Opening opening;
        private InputStream in;

        Late(Opening opening) {
            this.opening = opening;
        }

        /** Opens it. */
        interface Opening {
            InputStream open() throws IOException;
        }

        private InputStream in() throws IOException {
            if (in == null) {
                in = opening.open();
            }
            return in;
        }

        @Override
        public int read() throws IOException {
            return in().read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return in().read(into, from, length);
        }

        @Override
        public void close() throws IOException {
            if (in != null) {
                in.close();
            }
        }
    }
}

package io.trove.jobs;

import io.trove.event.Json;
import io.trove.files.Blobs;
import io.trove.ledger.Ledger;
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
    private Blobs blobs;

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

    /** The whole of them, when the job is over. */
    JobFile file(Job job, List<Task> tasks) {
        if (!job.kind().equals(Export.KIND) || job.state() != JobState.FINISHED) {
            throw new JobNotSo("Job %d is a %s that is %s; an export that is finished has a file"
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
}

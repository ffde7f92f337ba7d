package io.trove.api;

import io.trove.event.Json;
import io.trove.query.Found;
import io.trove.registry.Candidate;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what a schema would make of the events that are there: a line of progress now and then, the first that fail, the end. */
final class DryRun {
    static final int FAILURES_MAX = 100;
    private static final int EVENTS_A_LINE = 5_000;
    private static final long LINE_NANOS_MAX = 1_000_000_000L;

    private final Candidate candidate;
    private final OutputStream out;
    private final Flushable client;
    private long told = System.nanoTime();
    private long checked;
    private long failed;
    private long position = -1;

    DryRun(Candidate candidate, OutputStream out, Flushable client) {
        this.candidate = candidate;
        this.out = out;
        this.client = client;
    }

    void take(Found found) throws IOException {
        checked++;
        position = found.position();
        var document = Json.parse(found.document());
        var violations = candidate.violations(document);
        if (!violations.isEmpty() && ++failed <= FAILURES_MAX) {
            failure(document, violations);
        }
        if (checked % EVENTS_A_LINE == 0 || System.nanoTime() - told > LINE_NANOS_MAX) {
            write(tally());
            out.flush();
            client.flush();
            told = System.nanoTime();
        }
    }

    private void failure(Json document, List<Map<String, Object>> violations) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        members.put("position", position);
        members.put("id", document.at("/id/id").flatMap(Json::text));
        members.put("violations", violations);
        write(members);
    }

    void end() throws IOException {
        var members = tally();
        members.put("done", true);
        write(members);
    }

    /** It broke off for a reason that is no event's. */
    void end(Problem problem) throws IOException {
        var members = tally();
        members.put("done", false);
        members.put("type", problem.type());
        members.put("title", problem.title());
        members.put("status", problem.status());
        members.put("detail", problem.detail());
        write(members);
    }

    private Map<String, Object> tally() {
        var members = new LinkedHashMap<String, Object>();
        members.put("checked", checked);
        members.put("failed", failed);
        members.put("position", position);
        return members;
    }

    private void write(Map<String, Object> members) throws IOException {
        out.write(JsonText.of(members));
        out.write('\n');
    }
}

package io.trove.api;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines that an import answers; writing waits for a client that reads slowly, flushing reaches it. */
record ImportProgress(OutputStream out, Flushable client) {

    void chunk(ImportTally tally) throws IOException {
        write(tally.members());
        out.flush();
        client.flush();
    }

    /** A problem document with the line that it is about. */
    void refused(int line, Problem problem) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        members.put("line", line);
        members.putAll(members(problem));
        problem.facts().forEach(members::putIfAbsent);
        members.remove("index");
        write(members);
    }

    /** Not done when it ended early: at a refused line, or because of a problem that is no line's. */
    void end(ImportTally tally, List<Map<String, Object>> warnings, boolean done, Optional<Problem> problem)
            throws IOException {
        var members = tally.members();
        if (!warnings.isEmpty()) {
            members.put("warnings", warnings);
        }
        members.put("done", done);
        problem.map(ImportProgress::members).ifPresent(members::putAll);
        write(members);
        out.flush();
        client.flush();
    }

    private static Map<String, Object> members(Problem problem) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", problem.type());
        members.put("title", problem.title());
        members.put("status", problem.status());
        members.put("detail", problem.detail());
        return members;
    }

    private void write(Map<String, Object> members) throws IOException {
        out.write(JsonText.of(members));
        out.write('\n');
    }
}

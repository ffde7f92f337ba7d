package io.trove.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Await;
import io.trove.server.Server;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the clients' entities are, at every position, beside what folding their events by hand gives; and replays of that. */
final class KeptStates {

    private static final String LEDGER = "/api/demo/development";
    private static final String JOBS = LEDGER + "/jobs";
    private static final Duration ENDED_MAX = Duration.ofMinutes(2);
    private static final int JOBS_MAX = 4;

    private KeptStates() {}

    /** Begins a replay that is switched to when it is equal, unless as many go on already as may. */
    static void replay(Server server) {
        int status =
                server.post(JOBS, "{\"job\":\"replay\",\"switch\":\"always\"}").statusCode();
        assertTrue(status == 202 || (status == 429 && running(server) == JOBS_MAX), "the answer was " + status);
    }

    /**
     * Replays that were interrupted end, one more finds no difference, and each state at each position is what an entity's
     * events up to there make of it.
     */
    static void check(Server server) {
        Await.until(ENDED_MAX, () -> running(server) == 0);
        jobs(server).forEach(job -> assertEquals(Optional.of("finished"), text(job, "/state"), job.toString()));
        long last = json(server.post(JOBS, "{\"job\":\"replay\"}").body())
                .member("id")
                .orElseThrow()
                .integer()
                .orElseThrow();
        Await.until(ENDED_MAX, () -> running(server) == 0);
        Json report = json(server.get(JOBS + "/" + last).body());
        assertEquals(Optional.of("ready"), text(report, "/state"), report.toString());
        assertEquals(Optional.of(Json.of(0)), report.at("/outcome/differences"), report.toString());
        assertEquals(report.at("/outcome/hash"), report.at("/outcome/hashOfLive"));

        List<Optional<String>> keys = Clients.keysByPosition(server);
        Map<String, Integer> versions = new HashMap<>();
        for (int position = 0; position < keys.size(); position++) {
            if (keys.get(position).isPresent()) {
                check(server, position, keys.get(position).get(), versions);
            }
        }
    }

    private static void check(Server server, int position, String key, Map<String, Integer> versions) {
        String entity = key.substring(0, key.lastIndexOf('-'));
        int version = versions.merge(entity, 1, Integer::sum);
        Json state = json(server.get(LEDGER + "/entities/client/" + entity + "?at=p" + position)
                .body());
        assertEquals(Optional.of(key), text(state, "/state/key"), state.toString());
        assertEquals(Optional.of(Json.of(version)), state.member("version"), state.toString());
    }

    private static long running(Server server) {
        return jobs(server)
                .filter(job -> text(job, "/state").equals(Optional.of("running")))
                .count();
    }

    private static Stream<Json> jobs(Server server) {
        return json(server.get(JOBS).body()).member("items").orElseThrow().items().stream();
    }

    private static Optional<String> text(Json json, String pointer) {
        return json.at(pointer).flatMap(Json::text);
    }

    private static Json json(String body) {
        return Json.parse(body.getBytes(StandardCharsets.UTF_8));
    }
}

package io.trove.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Development ledgers that were being deleted when their server was killed: each is gone with all that was in it, or untouched. */
final class Deletions {

    private static final int BATCHES = 3;
    private static final int EVENTS = 1_000;
    private static final int SIZE = BATCHES * EVENTS + 1;

    /** What is left of a removed ledger is looked for during ten minutes, which is longer than so many rounds take. */
    private static final int STILL_LOOKED_FOR = 3;

    private static final long MOMENT_NANOS_MAX = 100_000_000;

    private final Random moments = new Random();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> organizations = new ArrayList<>();
    private final Map<String, CompletableFuture<Integer>> answers = new HashMap<>();

    /** Makes a ledger of more than is taken away at once. */
    void prepare(Server server, int round) {
        String organization = "passing-" + round;
        organizations.add(organization);
        assertEquals(
                201,
                server.post("/api/organizations", "{\"name\":\"" + organization + "\"}")
                        .statusCode());
        String events = IntStream.range(0, EVENTS)
                .mapToObj(i -> "{\"type\":\"a.b\",\"entity\":{\"id\":\"" + i + "\"}}")
                .collect(Collectors.joining(",", "[", "]"));
        for (int batch = 0; batch < BATCHES; batch++) {
            assertEquals(
                    201, server.post(ledger(organization) + "/events", events).statusCode());
        }
    }

    /** Has the newest one deleted, and returns at some moment after, whether that was answered or not. */
    void begin(Server server) {
        String organization = organizations.get(organizations.size() - 1);
        answers.put(
                organization,
                http.sendAsync(
                                server.request(ledger(organization) + "?confirm=" + organization + "/development")
                                        .DELETE()
                                        .build(),
                                BodyHandlers.ofString())
                        .thenApply(HttpResponse::statusCode));
        LockSupport.parkNanos(moments.nextLong(MOMENT_NANOS_MAX));
    }

    /** One whose deletion was acknowledged is gone. */
    private boolean isAcknowledged(String organization) {
        return answers.containsKey(organization)
                && answers.get(organization).exceptionally(broken -> 0).join() == 202;
    }

    /** Each is there whole and nobody says that it was deleted, or there is none and its organization says why. */
    void check(Server server) {
        for (String organization : organizations) {
            HttpResponse<String> ledger = server.get(ledger(organization));
            String said = server.get("/api/" + organization + "/system/events?type=ledger.deleted")
                    .body();
            if (ledger.statusCode() == 200) {
                assertFalse(isAcknowledged(organization), organization);
                assertTrue(ledger.body().contains("\"size\":" + SIZE), ledger.body());
                assertTrue(said.contains("\"items\":[]"), said);
            } else {
                assertEquals(404, ledger.statusCode(), ledger.body());
                assertTrue(said.contains("\"" + organization + "/development\""), said);
            }
        }
    }

    /** Whatever was left of the latest is taken away, and what is made under their names begins anew. */
    void checkEnd(Server server) {
        int latest = Math.max(0, organizations.size() - STILL_LOOKED_FOR);
        for (String organization : organizations.subList(latest, organizations.size())) {
            if (server.get(ledger(organization)).statusCode() == 404) {
                server.awaitOutput("Of the removed ledger " + organization + "/development");
                server.post("/api/organizations", "{\"name\":\"" + organization + "\"}");
                HttpResponse<String> anew = server.get(ledger(organization) + "/events");
                assertEquals(200, anew.statusCode(), anew.body());
                assertTrue(!anew.body().contains("\"a.b\""), anew.body());
            }
        }
    }

    private static String ledger(String organization) {
        return "/api/" + organization + "/development";
    }
}

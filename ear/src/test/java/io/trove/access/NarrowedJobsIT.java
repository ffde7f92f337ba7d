package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Server;
import io.trove.server.Shared;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Jobs of others, asked by somebody who sees only a part of the ledger. */
class NarrowedJobsIT {

    private static final String HOME = "/api/organizations/payroll";
    private static final String LEDGER = "/api/payroll/production";

    private static String clerk;

    private static Server server() {
        return Shared.onDerby();
    }

    @BeforeAll
    static void a_payroll() {
        server().post("/api/organizations", "{\"name\": \"payroll\"}");
        put(HOME + "/roles/clerk", """
                {"permissions": ["events.read", "jobs.read", "jobs.run"], "sees": [{"types": ["note.*"]}]}""");
        put(HOME + "/principals/bob", "{\"roles\": [{\"role\": \"clerk\"}]}");
        clerk = json(server().post(HOME + "/keys", "{\"principal\": \"bob\"}"))
                .member("key")
                .flatMap(Json::text)
                .orElseThrow();
        server().post(LEDGER + "/events", "{\"type\": \"salary.set\", \"payload\": {\"employee\": \"jane\"}}");
    }

    @Test
    void that_it_is_there_and_how_far_it_is_is_all_that_is_told_of_anothers_job() {
        String secret =
                "{\"job\": \"export\", \"filter\": {\"type\": \"salary.*\", \"payload\": {\"employee\": \"jane\"}}}";
        String job = id(server().post(LEDGER + "/jobs", secret));

        for (String path : new String[] {"/jobs", "/jobs/" + job}) {
            HttpResponse<String> his = asClerk(path);
            assertEquals(200, his.statusCode(), his.body());
            assertTrue(his.body().contains("\"startedBy\":\"admin\""), his.body());
            assertFalse(his.body().contains("jane") || his.body().contains("salary"), his.body());
            assertTrue(server().get(LEDGER + path).body().contains("jane"));
        }
        for (String untold : new String[] {"request", "outcome", "found", "findings"}) {
            assertTrue(json(asClerk("/jobs/" + job)).member(untold).isEmpty(), untold);
        }
    }

    @Test
    void ones_own_job_is_told_whole() {
        HttpResponse<String> started = server().send(request("/jobs")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"job\": \"export\", \"filter\": {\"type\": \"note.*\"}}"))
                .build());
        String his = asClerk("/jobs/" + id(started)).body();
        assertTrue(his.contains("note.*") && his.contains("\"outcome\""), his);
    }

    private static String id(HttpResponse<String> started) {
        return json(started)
                .member("id")
                .orElseThrow(() -> new AssertionError(started.body()))
                .toString();
    }

    private static HttpResponse<String> asClerk(String path) {
        return server().send(request(path).build());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server().uri(LEDGER + path)).header("Authorization", "Bearer " + clerk);
    }

    private static void put(String path, String json) {
        HttpResponse<String> answer = server().send(server().request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build());
        assertTrue(answer.statusCode() < 300, answer.body());
    }

    private static Json json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}

package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.server.Server;
import io.trove.server.Shared;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one server takes away is gone on another within a second. */
class RevocationIT {

    private static final String BAD = "{\"type\":\"document.uploaded\",\"payload\":{}}";

    private static Server one;
    private static Server other;

    @BeforeAll
    static void start() {
        one = Shared.onPostgres();
        other = Shared.besidePostgres().start();
    }

    @AfterAll
    static void stop() {
        other.close();
    }

    @Test
    void what_one_takes_away_the_other_refuses_within_a_second() {
        var ask = Ask.freshLedger(one);
        var home = "/api/organizations/" + ask.organization();
        var role = "{\"type\":\"agent\",\"roles\":[{\"role\":\"reader\"}]}";
        assertEquals(201, send(one, "PUT", home + "/principals/robot", role).statusCode());
        var made = send(one, "POST", home + "/keys", "{\"principal\":\"robot\"}");
        var key = Ask.text(made, "/key");
        becomes(200, 201, () -> read(other, ask, key));

        assertEquals(
                200,
                send(one, "DELETE", home + "/keys/" + Ask.text(made, "/id"), "").statusCode());
        becomes(401, 200, () -> read(other, ask, key));

        var second = Ask.text(send(other, "POST", home + "/keys", "{\"principal\":\"robot\"}"), "/key");
        becomes(200, 401, () -> read(one, ask, second));
        assertEquals(
                200,
                send(
                                other,
                                "PUT",
                                home + "/principals/robot",
                                role.replace("reader\"}", "agent\",\"environments\":[\"staging\"]}"))
                        .statusCode());
        becomes(404, 200, () -> read(one, ask, second));
        assertEquals(200, send(other, "DELETE", home + "/principals/robot", "").statusCode());
        becomes(401, 404, () -> read(one, ask, second));
    }

    @Test
    void a_ledger_that_one_deletes_is_none_on_the_other_within_a_second_and_another_when_it_comes_again() {
        var ask = Ask.freshLedger(one);
        var there = new Ask(other, ask.organization());
        var ledger = "/api/" + ask.organization() + "/development";
        assertEquals(201, there.append(BAD.replace("{}", "1")).statusCode());
        var confirmed = ledger + "?confirm=" + ask.organization() + "/development";
        assertEquals(202, send(one, "DELETE", confirmed, "").statusCode());
        becomes(404, 201, () -> there.append(BAD.replace("{}", "2")).statusCode());
        assertEquals(404, other.get(ledger).statusCode());
        one.post("/api/organizations", "{\"name\":\"" + ask.organization() + "\"}");
        becomes(201, 404, () -> there.append(BAD.replace("{}", "3")).statusCode());
        assertEquals(2, Ask.number(one.get(ledger), "/size"));
    }

    /** A request that begins a second from now or later gets the one answer; until then it may be the other. */
    private static void becomes(int status, int before, IntSupplier request) {
        var changed = System.nanoTime();
        while (true) {
            var isLate = System.nanoTime() - changed > Duration.ofSeconds(1).toNanos();
            var got = request.getAsInt();
            if (got == status) {
                return;
            }
            assertEquals(isLate ? status : before, got);
        }
    }

    private static int read(Server server, Ask ask, String key) {
        return server.send(HttpRequest.newBuilder(server.uri(ask.events()))
                        .header("Authorization", "Bearer " + key)
                        .build())
                .statusCode();
    }

    private static HttpResponse<String> send(Server server, String method, String path, String body) {
        return server.send(server.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }
}

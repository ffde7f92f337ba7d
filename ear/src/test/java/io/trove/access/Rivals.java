package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Await;
import io.trove.server.Server;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** The only two who administer an installation, each on a server, which may be one and the same. */
public final class Rivals {

    private static final String HOME = "/api/organizations/trove";
    private static final String ENABLED = "{\"roles\": [{\"role\": \"admin\"}]}";
    private static final String DISABLED = "{\"roles\": [{\"role\": \"admin\"}], \"disabled\": true}";

    private final List<Rival> both;

    /** Somebody with a key, and where they use it. */
    private record Rival(String name, Server server, String key) {

        HttpResponse<String> ask(String method, String path, String body) {
            return server.send(HttpRequest.newBuilder(server.uri(path))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build());
        }

        HttpResponse<String> set(Rival other, String wish) {
            return ask("PUT", HOME + "/principals/" + other.name, wish);
        }

        boolean administers() {
            return ask("GET", HOME + "/principals", "").statusCode() == 200;
        }
    }

    private Rivals(Rival one, Rival other) {
        this.both = List.of(one, other);
    }

    /** {@code admin} on one server, and somebody else on another. */
    public static Rivals on(Server one, Server other) {
        HttpRequest made = one.request(HOME + "/principals/rival")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(ENABLED))
                .build();
        assertEquals(2, one.send(made).statusCode() / 100);
        return new Rivals(new Rival("admin", one, key(one, "admin")), new Rival("rival", other, key(one, "rival")));
    }

    /** They disable each other at the same time, again and again; one of them is left each time. */
    public void disableEachOther(int times) {
        for (int i = 0; i < times; i++) {
            both.forEach(each -> Await.until(each::administers));
            List<Integer> answers = IntStream.range(0, 2)
                    .parallel()
                    .map(one -> both.get(one).set(both.get(1 - one), DISABLED).statusCode())
                    .boxed()
                    .toList();
            int left = answers.indexOf(200);
            assertTrue(left >= 0 && List.of(401, 404, 409).contains(answers.get(1 - left)), answers.toString());
            Rival winner = both.get(left);
            assertEquals(200, winner.set(both.get(1 - left), ENABLED).statusCode());
        }
        both.forEach(each -> Await.until(each::administers));
        assertEquals(200, both.get(0).set(both.get(1), DISABLED).statusCode());
    }

    private static String key(Server server, String name) {
        HttpResponse<String> made = server.post(HOME + "/keys", "{\"principal\": \"" + name + "\"}");
        return Json.parse(made.body().getBytes(StandardCharsets.UTF_8))
                .member("key")
                .flatMap(Json::text)
                .orElseThrow();
    }
}

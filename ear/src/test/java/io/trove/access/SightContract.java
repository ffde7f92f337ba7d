package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.evidence.TrustedKey;
import io.trove.evidence.Verdict;
import io.trove.evidence.Verifier;
import io.trove.server.Server;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random events, rules and principals over HTTP: every way in answers what looking at each event by itself gives. */
abstract class SightContract {

    private static final int EVENTS = 80;
    private static final int PRINCIPALS = 6;
    private static final int SAMPLE = 8;
    private static final String PERMISSIONS =
            "\"events.read\", \"events.append\", \"events.appendAs\", \"files.read\", \"proof.read\", \"jobs.run\", \"jobs.read\"";

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final String organization = "sight-" + UUID.randomUUID();
    private final String home = "/api/organizations/" + organization;
    private final String ledger = "/api/" + organization + "/production";
    private final List<AnyEvent> events = new ArrayList<>();
    private TrustedKey key;
    private long size;

    abstract Server server();

    private String one(String name, int of) {
        return name + random.nextInt(of);
    }

    private AnyEvent event(int number) {
        Set<Integer> links = new HashSet<>();
        for (int i = random.nextInt(4); i > 0 && number > 0; i--) {
            links.add(random.nextInt(number));
        }
        return new AnyEvent(number, type(), one("k", 4), one("e", 5), one("a", 4), links);
    }

    private String type() {
        return List.of("thing.kind0", "thing.kind1", AnyEvent.CHANGING).get(random.nextInt(3));
    }

    private AnyRule rule() {
        String field = List.of("index.k", "entity", "actor").get(random.nextInt(3));
        String name = field.equals("index.k") ? "k" : field.substring(0, 1);
        boolean isNegated = random.nextInt(4) == 0;
        List<String> values = isNegated ? List.of(one(name, 4)) : List.of(one(name, 4), one(name, 4));
        return new AnyRule(random.nextBoolean() ? Optional.empty() : Optional.of(type()), field, values, isNegated);
    }

    private Somebody somebody(int number) {
        List<AnyRule> sees = List.of(rule(), rule());
        List<AnyRule> never = random.nextBoolean() ? List.of() : List.of(rule());
        boolean isMasked = random.nextBoolean();
        String role = "{\"permissions\": [%s], \"sees\": [%s], \"never\": [%s], \"masks\": [%s]}"
                .formatted(PERMISSIONS, joined(sees), joined(never), isMasked ? "{\"hide\": [\"/payload/note\"]}" : "");
        done(send("PUT", home + "/roles/role" + number, role));
        done(send("PUT", home + "/principals/p" + number, "{\"roles\": [{\"role\": \"role%d\"}]}".formatted(number)));
        HttpResponse<String> made = send("POST", home + "/keys", "{\"principal\": \"p%d\"}".formatted(number));
        Set<Integer> seen = events.stream()
                .filter(event -> sees.stream().anyMatch(rule -> rule.means(event))
                        && never.stream().noneMatch(rule -> rule.means(event)))
                .map(AnyEvent::number)
                .collect(Collectors.toCollection(TreeSet::new));
        var ways = new Ways(server(), ledger, Ways.text(Ways.json(made), "/key"));
        return new Somebody(events, seen, isMasked, ways, "seed " + seed + ", " + role);
    }

    private static String joined(List<AnyRule> rules) {
        return rules.stream().map(AnyRule::json).collect(Collectors.joining(","));
    }

    @Test
    void every_way_in_shows_what_looking_at_each_event_by_itself_does() {
        done(send("POST", "/api/organizations", "{\"name\": \"" + organization + "\"}"));
        for (int i = 0; i < EVENTS; i++) {
            events.add(event(i));
        }
        done(send(
                "POST",
                ledger + "/events",
                events.stream().map(AnyEvent::json).collect(Collectors.joining(",", "[", "]"))));
        size = Long.parseLong(
                Ways.json(server().get(ledger)).member("size").orElseThrow().toString());
        key = TrustedKey.parse(Ways.text(Ways.json(server().get(ledger + "/keys")), "/items/0/key"));
        for (int i = 0; i < PRINCIPALS; i++) {
            Somebody who = somebody(i);
            var copies = new CopyWays(who);
            pages(who);
            new EntityWays(who, random).check(size);
            for (int j = 0; j < SAMPLE; j++) {
                single(who, events.get(random.nextInt(EVENTS)));
            }
            copies.check();
        }
    }

    private void pages(Somebody who) {
        var expected = new ArrayList<>(who.sees());
        assertEquals(expected, who.ways().lines(), who.about());
        assertEquals(expected, who.ways().followed(expected.size()), who.about());
        assertEquals(expected, who.ways().pages("&order=asc"), who.about());
        Collections.reverse(expected);
        assertEquals(expected, who.ways().pages(""), who.about());
        String k = one("k", 4);
        expected.removeIf(number -> !events.get(number).k().equals(k));
        assertEquals(expected, who.ways().pages("&index.k=" + k), who.about());
        assertEquals(
                who.isMasked() ? 0 : who.sees().size(),
                who.ways().pages("&payload.note=secret").size(),
                who.about());
        if (!who.sees().isEmpty()) {
            assertEquals(Optional.of("" + who.sees().size()), who.ways().size(), who.about());
            byte[] evidence = who.ways().evidence();
            assertHolds(who, evidence);
            assertEquals(
                    who.sees().size(),
                    Json.parse(evidence).at("/events").orElseThrow().items().size(),
                    who.about());
        }
    }

    private void single(Somebody who, AnyEvent event) {
        String path = "/events/" + event.id();
        int status = who.sees().contains(event.number()) ? 200 : 404;
        for (String way : List.of("", "/links", "/graph", "/files/f", "/evidence", "/proof", "/versions")) {
            assertEquals(status, who.ways().ask(path + way).statusCode(), way + " of " + event + ", " + who.about());
        }
        HttpResponse<String> page = who.ways().page("/event?id=" + event.id());
        assertEquals(status, page.statusCode(), event + who.about());
        assertEquals(status == 200 && !who.isMasked(), page.body().contains("secret"), event + who.about());
        assertEquals(status, who.ways().ask("/events/at/" + event.position()).statusCode(), event + who.about());
        if (status == 404) {
            return;
        }
        verified(who, path);
        assertEquals(!who.isMasked(), who.ways().ask(path).body().contains("secret"), who.about());
        new WalkWays(who).from(event, events.get(random.nextInt(EVENTS)));
    }

    /** Evidence holds for who sees less, and opens what they see whole alone: keys may be of what is masked in the payload. */
    private void verified(Somebody who, String path) {
        byte[] evidence = who.ways().ask(path + "/evidence").body().getBytes(StandardCharsets.UTF_8);
        assertHolds(who, evidence);
        Json members = Json.parse(evidence).at("/events/0/members").orElseThrow();
        assertEquals(
                who.isMasked() ? Set.of("actor", "files") : Set.of("actor", "files", "indexBy", "payload"),
                members.members().keySet(),
                who.about());
    }

    private void assertHolds(Somebody who, byte[] evidence) {
        Verdict verdict = Verifier.trusting(key).check(evidence);
        assertTrue(verdict.holds(), verdict.failures() + who.about());
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return server().send(server().request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private static void done(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() / 100 == 2, answer.body());
    }
}

package io.trove.access;

import io.trove.event.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What happens in the worlds of the documentation: to documents, lessons, accounts and households, the same each time. */
final class DemoWorlds {

    private static final long SEED = 20_260_105;
    private static final Instant BEGINNING = Instant.parse("2026-01-05T08:00:00Z");
    private static final int DAYS = 240;
    private static final int MINUTES_A_DAY = 24 * 60;

    private static final List<String> PEOPLE =
            List.of("jane", "ahmed", "mei", "olu", "sofia", "lars", "priya", "tomas", "ines", "kofi", "hana", "ruben");
    private static final List<String> TITLES = List.of(
            "Annual Report", "Lease", "Offer", "Minutes", "Handbook", "Invoice", "Statement of Work", "Safety Plan");
    private static final List<String> SUBJECTS = List.of("maths", "physics", "French", "history", "music");
    private static final List<String> STREETS = List.of("Elm Street", "Harbour Road", "Mill Lane", "Station Square");

    private final Random random = new Random(SEED);
    private final List<Happening> all = new ArrayList<>();

    private record Happening(Instant at, String id, Map<String, Object> event) {}

    private DemoWorlds() {}

    /** The events, in the order in which they happened. */
    static List<Json> events() {
        var worlds = new DemoWorlds();
        for (int i = 1; i <= 160; i++) {
            worlds.document("doc-" + i);
        }
        for (int i = 1; i <= 180; i++) {
            worlds.session("session-" + i);
        }
        for (int i = 1; i <= 60; i++) {
            worlds.account("account-" + i);
        }
        for (int i = 1; i <= 60; i++) {
            worlds.household("household-" + i);
        }
        return worlds.all.stream()
                .sorted(Comparator.comparing(Happening::at).thenComparing(Happening::id))
                .map(each -> Json.object(each.event()))
                .toList();
    }

    private void document(String id) {
        Instant at = someDay();
        String author = one(PEOPLE);
        String title = one(TITLES) + " " + (1 + random.nextInt(40));
        String uploaded = tell(
                at,
                "document.uploaded",
                id,
                author,
                Map.of("title", title, "author", author, "pages", 1 + random.nextInt(80)));
        for (int i = random.nextInt(4); i > 0; i--) {
            at = later(at, 3);
            tell(at, "document.reviewed", id, one(PEOPLE), Map.of("remarks", random.nextInt(6)), uploaded);
        }
        boolean approved = random.nextInt(5) > 0;
        at = later(at, 2);
        tell(
                at,
                approved ? "document.approved" : "document.rejected",
                id,
                one(PEOPLE),
                Map.of("title", title),
                uploaded);
        if (approved && random.nextInt(3) == 0) {
            tell(
                    later(at, 60),
                    "document.archived",
                    id,
                    "archivist",
                    Map.of("shelf", "A" + random.nextInt(9)),
                    uploaded);
        }
    }

    private void session(String id) {
        Instant at = someDay();
        String teacher = one(PEOPLE);
        String student = one(PEOPLE);
        var agreed = Map.of("teacher", teacher, "student", student, "subject", one(SUBJECTS));
        String scheduled = tell(at, "session.scheduled", id, teacher, agreed);
        at = later(at, 7);
        if (random.nextInt(8) == 0) {
            tell(at, "session.cancelled", id, student, Map.of("reason", "ill"), scheduled);
            return;
        }
        tell(at, "session.started", id, teacher, Map.of("room", "R" + (1 + random.nextInt(12))), scheduled);
        int minutes = 40 + random.nextInt(50);
        tell(at.plus(Duration.ofMinutes(minutes)), "session.held", id, teacher, Map.of("minutes", minutes), scheduled);
    }

    private void account(String id) {
        Instant at = someDay();
        String owner = one(PEOPLE);
        tell(at, "account.opened", id, owner, Map.of("owner", owner, "currency", "EUR"));
        for (int i = 12 + random.nextInt(30); i > 0; i--) {
            at = later(at, 6);
            boolean in = random.nextInt(5) < 3;
            var amount = Map.of("amount", (1 + random.nextInt(2_000)) / 4.0, "currency", "EUR");
            tell(at, in ? "account.deposited" : "account.withdrawn", id, owner, amount);
        }
    }

    private void household(String id) {
        Instant at = someDay();
        String founder = one(PEOPLE);
        tell(at, "household.founded", id, founder, Map.of("address", address()));
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            at = later(at, 20);
            String person = one(PEOPLE);
            String joined = tell(at, "household.joined", id, founder, Map.of("person", person));
            relate(at, id, founder, person, joined);
        }
        if (random.nextInt(3) == 0) {
            tell(later(at, 40), "household.moved", id, founder, Map.of("address", address()));
        }
    }

    /** The person is of the household from then on, and the household's page leads to theirs. */
    private void relate(Instant at, String household, String actor, String person, String joined) {
        var member = Map.of("type", "hasMember", "target", Map.of("type", "person", "id", person));
        tell(at.plusSeconds(1), "entity.linked", "household", household, actor, member, joined);
    }

    private String tell(
            Instant at, String type, String entity, String actor, Map<String, ?> payload, String... parents) {
        return tell(at, type, type.substring(0, type.indexOf('.')), entity, actor, payload, parents);
    }

    private String tell(
            Instant at,
            String type,
            String kind,
            String entity,
            String actor,
            Map<String, ?> payload,
            String... parents) {
        String id = "demo-" + entity + "-" + all.size();
        var event = new LinkedHashMap<String, Object>();
        event.put("id", Map.of("id", id, "version", 1));
        event.put("type", type);
        event.put("createdAt", at.toString());
        event.put("producer", type.startsWith("account") ? "core-banking" : "web-portal");
        event.put("entity", Map.of("type", kind, "id", entity));
        event.put("actor", Map.of("type", "user", "id", actor));
        event.put("payload", payload);
        if (parents.length > 0) {
            event.put("links", links(parents));
        }
        all.add(new Happening(at, id, event));
        return id;
    }

    private static List<Map<String, Object>> links(String... parents) {
        return List.of(parents).stream()
                .map(parent ->
                        Map.<String, Object>of("type", "parent", "targetEvent", Map.of("id", parent, "version", 1)))
                .toList();
    }

    private String address() {
        return (1 + random.nextInt(99)) + " " + one(STREETS);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Instant someDay() {
        return BEGINNING.plus(Duration.ofMinutes(random.nextInt(DAYS * MINUTES_A_DAY)));
    }

    private Instant later(Instant at, int daysMax) {
        return at.plus(Duration.ofMinutes(1L + random.nextInt(daysMax * MINUTES_A_DAY)));
    }
}

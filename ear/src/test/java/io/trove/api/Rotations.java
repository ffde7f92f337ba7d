package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.evidence.Checkpoint;
import io.trove.evidence.NoteKey;
import io.trove.evidence.SignedNote;
import io.trove.merkle.Proofs;
import io.trove.server.Await;
import io.trove.server.Server;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ledgers that grow while they are rotated, and every checkpoint that was seen of them. */
final class Rotations {

    private final Server watching;
    private final List<Ask> ledgers;
    private final Map<Ask, List<SignedNote>> seen = new HashMap<>();
    private final Map<Ask, String> told = new ConcurrentHashMap<>();

    private Rotations(Server watching, List<Ask> ledgers) {
        this.watching = watching;
        this.ledgers = ledgers;
    }

    /** So many new ledgers, which this server watches. */
    static Rotations of(Server watching, int count) {
        return new Rotations(
                watching,
                IntStream.range(0, count)
                        .mapToObj(i -> Ask.freshLedger(watching))
                        .toList());
    }

    /** Has one after the other rotated there, until that server is gone; once each, however often this is asked for. */
    void rotate(Server there) {
        for (Ask ledger : ledgers) {
            try {
                grow(new Ask(there, ledger.organization()));
                HttpResponse<String> answer = there.send(there.request(at(ledger, "keys/rotate"))
                        .header("Idempotency-Key", "the only one")
                        .POST(BodyPublishers.noBody())
                        .build());
                assertEquals(200, answer.statusCode(), answer.body());
                String before = told.putIfAbsent(ledger, answer.body());
                assertTrue(before == null || before.equals(answer.body()), answer.body());
            } catch (UncheckedIOException gone) {
                return;
            }
        }
    }

    /** Lets all grow where they are watched, and waits until so many were told that they are rotated. */
    void watchUntilTold(int count) {
        Await.until(() -> {
            ledgers.forEach(Rotations::grow);
            ledgers.forEach(this::look);
            return told.size() >= count;
        });
    }

    /** Waits until all that they have is signed, by whoever signs by itself. */
    void watchUntilSigned() {
        var positions = new HashMap<Ask, Long>();
        ledgers.forEach(ledger -> positions.put(ledger, grow(ledger)));
        Await.until(() -> {
            positions.entrySet().removeIf(grown -> look(grown.getKey()) > grown.getValue());
            return positions.isEmpty();
        });
    }

    private static long grow(Ask ledger) {
        HttpResponse<String> appended = ledger.append("{\"type\":\"document.uploaded\"}");
        assertEquals(201, appended.statusCode(), appended.body());
        return Ask.number(appended, "/position");
    }

    /** Remembers the checkpoint that is served now; its size. */
    private long look(Ask ledger) {
        SignedNote note =
                SignedNote.parse(watching.get(at(ledger, "checkpoint")).body());
        List<SignedNote> all = seen.computeIfAbsent(ledger, first -> new ArrayList<>());
        if (all.isEmpty() || !all.get(all.size() - 1).print().equals(note.print())) {
            all.add(note);
        }
        return Checkpoint.of(note).size();
    }

    /** Each ledger has so many keys; each checkpoint was signed by the one whose time it was, and continues those before. */
    void check(int... keys) {
        for (Ask ledger : ledgers) {
            List<Json> published = Ask.json(watching.get(at(ledger, "keys")))
                    .member("items")
                    .orElseThrow()
                    .items();
            assertTrue(IntStream.of(keys).anyMatch(count -> count == published.size()), published::toString);
            assertTrue(published.size() == 2 || !told.containsKey(ledger), published::toString);
            List<SignedNote> notes = seen.get(ledger);
            Stream.concat(notes.stream(), handover(ledger, published))
                    .forEach(note -> assertTrue(isSigned(note, published), () -> note + " by " + published));
            for (int i = 1; i < notes.size(); i++) {
                continues(ledger, Checkpoint.of(notes.get(i - 1)), Checkpoint.of(notes.get(i)));
            }
        }
    }

    /** What the first key signed last, once there is another. */
    private Stream<SignedNote> handover(Ask ledger, List<Json> published) {
        return published.stream()
                .flatMap(key -> key.member("toSize").stream())
                .map(size -> SignedNote.parse(
                        watching.get(at(ledger, "checkpoint?size=" + size)).body()));
    }

    private static boolean isSigned(SignedNote note, List<Json> published) {
        long size = Checkpoint.of(note).size();
        return published.stream()
                .filter(key -> integer(key, "fromSize", 0) <= size && size <= integer(key, "toSize", Long.MAX_VALUE))
                .map(key -> key.member("key").flatMap(Json::text).orElseThrow())
                .anyMatch(key -> note.isSignedBy(NoteKey.parse(key)));
    }

    private void continues(Ask ledger, Checkpoint from, Checkpoint to) {
        assertTrue(from.size() < to.size(), from + " before " + to);
        var answer = watching.get(at(ledger, "proof/consistency?from=%d&to=%d".formatted(from.size(), to.size())));
        List<byte[]> proof = Ask.json(answer).member("proof").orElseThrow().items().stream()
                .map(hash -> Base64.getDecoder().decode(hash.text().orElseThrow()))
                .toList();
        Proofs.consistency(from.size(), to.size(), proof, from.root(), to.root());
    }

    private static long integer(Json key, String member, long otherwise) {
        return key.member(member).map(number -> number.integer().orElseThrow()).orElse(otherwise);
    }

    private static String at(Ask ledger, String path) {
        return "/api/" + ledger.organization() + "/development/" + path;
    }
}

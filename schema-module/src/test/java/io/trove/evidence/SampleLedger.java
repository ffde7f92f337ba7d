package io.trove.evidence;

import io.trove.event.Actor;
import io.trove.event.Defaults;
import io.trove.event.Draft;
import io.trove.event.Flakes;
import io.trove.event.Json;
import io.trove.event.Records;
import io.trove.event.SchemaId;
import io.trove.merkle.Rfc6962;
import io.trove.merkle.Tree;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A ledger in memory, with a key of its own, that gives evidence. */
final class SampleLedger {

    static final String UID = "00112233445566778899aabbccddeeff";
    static final String ORIGIN = "trove.test/" + UID;

    private record Kept(byte[] record, byte[] seed, Json document) {}

    private final Flakes flakes = new Flakes(Clock.systemUTC(), 7);
    private final List<Kept> events = new ArrayList<>();
    private final List<NoteKey> keys = new ArrayList<>();
    private KeyPair pair;

    private SampleLedger() {
        sign(anyPair());
    }

    static SampleLedger with(int events) {
        var ledger = new SampleLedger();
        for (int i = 0; i < events; i++) {
            ledger.append(i);
        }
        return ledger;
    }

    private void append(int number) {
        append(Map.of(
                "type", "document.uploaded",
                "schema", Map.of("id", "document.uploaded", "version", "1." + number % 2),
                "entity", Map.of("type", "document", "id", "doc-" + number),
                "payload", Map.of("title", "Annual Report", "number", number)));
    }

    /** Appends an event; its position. */
    long append(Map<String, ?> event) {
        int number = events.size();
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        var defaults = new Defaults(
                UID,
                flakes::next,
                Instant.EPOCH,
                "test",
                new Actor("user", "jane", Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                seed);
        Json document = Json.parse(Draft.of(Json.object(event))
                .complete(defaults)
                .keep(1, 1_000_000L + number)
                .document());
        events.add(new Kept(Records.record(document, seed), seed, document));
        return number;
    }

    /** Has another key sign from now on, handed over by an event of this type. */
    Handover rotate(String type) {
        KeyPair next = anyPair();
        long position = append(Map.of(
                "type",
                type,
                "entity",
                Map.of("type", "signing-key", "id", UID),
                "payload",
                Map.of("publicKey", VerifyingKey.of(next.getPublic()).text())));
        int size = (int) position + 1;
        var handover =
                new Handover(checkpoint(size), disclosed(position), tree(size).inclusion(position));
        sign(next);
        return handover;
    }

    private void sign(KeyPair next) {
        pair = next;
        keys.add(key());
    }

    NoteKey key() {
        return Checkpoint.keyOf(ORIGIN, VerifyingKey.of(pair.getPublic()));
    }

    TrustedKey trusted() {
        return TrustedKey.parse(key().text());
    }

    SignedNote checkpoint(int size) {
        return new Checkpoint(ORIGIN, size, tree(size).root()).sign(key().key(), this::sign);
    }

    /** The line of a witness that has this ledger's key, under a name of its own. */
    SignedNote cosigned(SignedNote note) {
        return note.with(List.of(note.cosign(witness(), 1_700_000_000L, this::sign)));
    }

    NoteKey witness() {
        return new NoteKey("witness.test/w", NoteKey.Kind.COSIGNATURE, key().key());
    }

    /** The payloads of these events. */
    Evidence evidence(int size, Long... positions) {
        var at = new TreeSet<>(List.of(positions));
        List<byte[]> proof = at.isEmpty() ? List.of() : tree(size).multiProof(at);
        return new Evidence(
                checkpoint(size),
                keys,
                List.of(),
                at.stream().map(this::disclosed).toList(),
                at.stream()
                        .map(this::schema)
                        .distinct()
                        .map(ClaimedSchema::named)
                        .toList(),
                List.of(),
                proof,
                Optional.empty());
    }

    Evidence grown(int from, int size) {
        Evidence evidence = evidence(size);
        return new Evidence(
                evidence.note(),
                evidence.keys(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new Evidence.Growth(from, tree(size).consistency(from))));
    }

    TlogProof proof(int size, long position) {
        return new TlogProof(
                events.get((int) position).record(), position, tree(size).inclusion(position), checkpoint(size));
    }

    Disclosed disclosed(long position) {
        Kept event = events.get((int) position);
        var members = new TreeMap<String, Disclosed.Opening>();
        members.put(
                "payload",
                new Disclosed.Opening(
                        event.document().member("payload").orElseThrow().canonical(),
                        Records.salt(event.seed(), "payload")));
        return new Disclosed(position, event.record(), members);
    }

    private SchemaId schema(long position) {
        return new SchemaId("document.uploaded", "1." + position % 2);
    }

    private Tree tree(int size) {
        return new Tree(size, this::node);
    }

    private byte[] node(int level, long index) {
        if (level == 0) {
            return Records.leaf(Records.digest(events.get((int) index).record()));
        }
        return Rfc6962.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }

    private byte[] sign(byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair.getPrivate());
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static KeyPair anyPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}

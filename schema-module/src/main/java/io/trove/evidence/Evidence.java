package io.trove.evidence;

import io.trove.event.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that discloses events and leads them to a signed checkpoint: version {@value #VERSION}.
 *
 * @param note the checkpoint, with the signature of the ledger and those of its witnesses
 * @param keys the keys that sign for the ledger, as it names them; whoever checks it trusts none of them for that
 * @param handovers how the earlier of the keys led to the later ones
 * @param events in the order of their positions
 * @param schemas the schema versions that the events claim
 * @param registrations the events that registered them
 * @param proof one multi-proof for all the events and all the registrations
 * @param growth that the tree grew from an older one, if that was asked for
 */
public record Evidence(
        SignedNote note,
        List<NoteKey> keys,
        List<Handover> handovers,
        List<Disclosed> events,
        List<ClaimedSchema> schemas,
        List<Disclosed> registrations,
        List<byte[]> proof,
        Optional<Growth> growth) {

    /** The version of the file. */
    public static final int VERSION = 1;

    /** So many events are in one file at most. */
    public static final int EVENTS_MAX = 10_000;

    static final String VERSION_MEMBER = "evidence";

    /** The proof that the checkpoint's tree begins with all the leaves of the one that had this size. */
    public record Growth(long from, List<byte[]> proof) {
        public Growth {
            proof = List.copyOf(proof);
        }
    }

    public Evidence {
        keys = List.copyOf(keys);
        handovers = List.copyOf(handovers);
        events = List.copyOf(events);
        schemas = List.copyOf(schemas);
        registrations = List.copyOf(registrations);
        proof = List.copyOf(proof);
        if (events.size() > EVENTS_MAX) {
            throw new EvidenceInvalid("Evidence holds at most %d events, not %d".formatted(EVENTS_MAX, events.size()));
        }
    }

    /** The file. */
    public byte[] write() {
        var file = new LinkedHashMap<String, Object>();
        file.put(VERSION_MEMBER, VERSION);
        file.put("checkpoint", note.print());
        file.put("keys", keys.stream().map(NoteKey::text).toList());
        file.put("events", events.stream().map(Evidence::written).toList());
        file.put("schemas", schemas.stream().map(Evidence::written).toList());
        file.put("proof", hashes(proof));
        growth.ifPresent(grown -> file.put("growth", Map.of("from", grown.from(), "proof", hashes(grown.proof()))));
        if (!handovers.isEmpty()) {
            file.put("handovers", handovers.stream().map(Evidence::written).toList());
        }
        if (!registrations.isEmpty()) {
            file.put(
                    "registrations",
                    registrations.stream().map(Evidence::written).toList());
        }
        return Json.object(file).canonical();
    }

    /** Reads a file; {@link EvidenceInvalid} says why it is none, or why this version of Trove cannot read it. */
    public static Evidence read(byte[] file) {
        return EvidenceFile.read(file);
    }

    private static Map<String, Object> written(Disclosed event) {
        var members = new LinkedHashMap<String, Object>();
        event.members()
                .forEach((name, opening) -> members.put(
                        name, Map.of("bytes", Base64Text.of(opening.bytes()), "salt", Base64Text.of(opening.salt()))));
        return Map.of("position", event.position(), "record", Base64Text.of(event.record()), "members", members);
    }

    private static Map<String, Object> written(ClaimedSchema claimed) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", claimed.schema().id());
        members.put("version", claimed.schema().version());
        claimed.registeredAt().ifPresent(position -> members.put("registeredAt", position));
        claimed.shipped().ifPresent(bytes -> members.put("shipped", Base64Text.of(bytes)));
        return members;
    }

    private static Map<String, Object> written(Handover handover) {
        return Map.of(
                "checkpoint", handover.note().print(),
                "event", written(handover.event()),
                "proof", hashes(handover.proof()));
    }

    private static List<String> hashes(List<byte[]> hashes) {
        return hashes.stream().map(Base64Text::of).toList();
    }
}

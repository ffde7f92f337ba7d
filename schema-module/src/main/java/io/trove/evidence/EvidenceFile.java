package io.trove.evidence;

import io.trove.event.Json;
import io.trove.event.Malformed;
import io.trove.event.SchemaId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads a file of evidence: every member that it must have, and none that this version does not know. */
final class EvidenceFile {

    private static final Set<String> MEMBERS = Set.of(
            Evidence.VERSION_MEMBER,
            "checkpoint",
            "keys",
            "events",
            "schemas",
            "proof",
            "growth",
            "handovers",
            "registrations");

    private EvidenceFile() {}

    static Evidence read(byte[] file) {
        Json json = parsed(file);
        requireVersion(json);
        requireOnly(json, MEMBERS, "The file");
        return new Evidence(
                SignedNote.parse(text(json, "checkpoint")),
                items(json, "keys").stream()
                        .map(key -> NoteKey.parse(text(key, "A key")))
                        .toList(),
                some(json, "handovers").stream().map(EvidenceFile::handover).toList(),
                items(json, "events").stream().map(EvidenceFile::event).toList(),
                items(json, "schemas").stream().map(EvidenceFile::schema).toList(),
                some(json, "registrations").stream().map(EvidenceFile::event).toList(),
                hashes(json),
                json.member("growth").map(EvidenceFile::growth));
    }

    private static Json parsed(byte[] file) {
        try {
            return Json.parse(file);
        } catch (Malformed notJson) {
            throw new EvidenceInvalid("The file is neither evidence nor any other JSON: " + notJson.getMessage());
        }
    }

    private static void requireVersion(Json json) {
        Optional<Json> version = json.member(Evidence.VERSION_MEMBER);
        if (version.isEmpty()) {
            throw new EvidenceInvalid("The file is not evidence: it has no member \"evidence\"");
        }
        if (!version.get().equals(Json.of(Evidence.VERSION))) {
            throw new EvidenceInvalid(
                    "The file is evidence of version %s, and this verifier knows version %d: get a newer one"
                            .formatted(version.get(), Evidence.VERSION));
        }
    }

    private static Disclosed event(Json json) {
        requireOnly(json, Set.of("position", "record", "members"), "An event");
        long position = number(json, "position");
        String named = "of the event at " + position;
        var members = new LinkedHashMap<String, Disclosed.Opening>();
        member(json, "members").members().forEach((name, opening) -> {
            requireOnly(opening, Set.of("bytes", "salt"), "A member " + named);
            members.put(name, new Disclosed.Opening(bytes(opening, "bytes"), bytes(opening, "salt")));
        });
        return new Disclosed(position, bytes(json, "record"), members);
    }

    private static ClaimedSchema schema(Json json) {
        requireOnly(json, Set.of("id", "version", "registeredAt", "shipped"), "A schema");
        return new ClaimedSchema(
                new SchemaId(text(json, "id"), text(json, "version")),
                json.member("registeredAt").isPresent()
                        ? OptionalLong.of(number(json, "registeredAt"))
                        : OptionalLong.empty(),
                json.member("shipped").map(shipped -> bytes(json, "shipped")));
    }

    private static Handover handover(Json json) {
        requireOnly(json, Set.of("checkpoint", "event", "proof"), "A handover");
        return new Handover(SignedNote.parse(text(json, "checkpoint")), event(member(json, "event")), hashes(json));
    }

    private static Evidence.Growth growth(Json json) {
        requireOnly(json, Set.of("from", "proof"), "The growth");
        return new Evidence.Growth(number(json, "from"), hashes(json));
    }

    private static List<byte[]> hashes(Json json) {
        return items(json, "proof").stream()
                .map(hash -> Base64Text.decode(text(hash, "A hash of the proof"), "A hash of the proof"))
                .toList();
    }

    private static void requireOnly(Json json, Set<String> known, String what) {
        for (Map.Entry<String, Json> member : json.members().entrySet()) {
            if (!known.contains(member.getKey())) {
                throw new EvidenceInvalid("%s has a member \"%s\", which version %d of evidence does not know"
                        .formatted(what, member.getKey(), Evidence.VERSION));
            }
        }
    }

    private static Json member(Json json, String name) {
        return json.member(name).orElseThrow(() -> new EvidenceInvalid("The file lacks a member \"" + name + "\""));
    }

    /** The items of a member that may be missing. */
    private static List<Json> some(Json json, String name) {
        return json.member(name).isPresent() ? items(json, name) : List.of();
    }

    private static List<Json> items(Json json, String name) {
        Json array = member(json, name);
        if (!array.isArray()) {
            throw new EvidenceInvalid("The member \"" + name + "\" is not an array");
        }
        return array.items();
    }

    private static byte[] bytes(Json json, String name) {
        return Base64Text.decode(text(json, name), "The member \"" + name + "\"");
    }

    private static String text(Json json, String name) {
        Json text = json.isText() ? json : member(json, name);
        return text.text().orElseThrow(() -> new EvidenceInvalid("The member \"" + name + "\" is not text"));
    }

    private static long number(Json json, String name) {
        return member(json, name)
                .integer()
                .orElseThrow(() -> new EvidenceInvalid("The member \"" + name + "\" is not a whole number"));
    }
}

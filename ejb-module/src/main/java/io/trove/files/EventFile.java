package io.trove.files;

import io.trove.event.Attached;
import io.trove.event.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A file as an event of a request says it: the event's index, the file's, and its members, whose shape is checked. */
record EventFile(int event, int index, Json said) {

    static final String PREFIX = "sha256:";
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final String HELD = "trove:" + PREFIX;

    String id() {
        return text("id").orElseThrow();
    }

    boolean isReference() {
        return said.member("isReference").filter(Json.of(true)::equals).isPresent();
    }

    /** The content, or where it is. */
    Optional<String> data() {
        return text("data");
    }

    /** The hash of the blob that the data name, when they name one. */
    Optional<String> held() {
        return data().filter(data -> !isReference() && data.startsWith(HELD))
                .map(data -> data.substring(HELD.length()));
    }

    /** Whether this is the hex of a SHA-256. */
    static boolean isHash(String text) {
        return HEX.matcher(text).matches();
    }

    /** Refuses a size or a hash that the bytes do not have. */
    void requireClaims(String hash, long size) {
        said.member("size")
                .filter(claimed -> claimed.integer().orElse(-1) != size)
                .ifPresent(claimed -> {
                    throw refused("size", Long.toString(size) + " bytes", claimed + ", as it is said");
                });
        text("hash").filter(claimed -> !claimed.equals(PREFIX + hash)).ifPresent(claimed -> {
            throw refused("hash", PREFIX + hash, claimed + ", as it is said");
        });
    }

    /** As the event keeps it when Trove keeps the bytes: everything but them. */
    Json kept(String hash, long size) {
        Map<String, Object> members = members();
        members.remove("data");
        members.put("isReference", false);
        members.put("size", size);
        members.put("hash", PREFIX + hash);
        return Json.object(members);
    }

    /** As the event keeps it when nobody has seen the bytes: of a hash that is only said, it says so. */
    Json unseen() {
        Map<String, Object> members = members();
        if (isReference() || said.member("hash").isPresent()) {
            members.put("verified", false);
        }
        return Json.object(members);
    }

    /** What is known of the bytes of a file, by how its event keeps it: nothing when nobody had seen them. */
    static Optional<Attached> known(Json kept) {
        Optional<Json> verified = kept.member("verified");
        Optional<String> hash = kept.member("hash").flatMap(Json::text);
        OptionalLong size = kept.member("size").map(Json::integer).orElse(OptionalLong.empty());
        Optional<String> locator = kept.member("data").flatMap(Json::text);
        boolean isSeen = verified.isEmpty()
                ? kept.member("isReference").filter(Json.of(false)::equals).isPresent()
                : verified.get().equals(Json.of(true));
        return isSeen && hash.isPresent() && size.isPresent()
                ? Optional.of(new Attached(
                        kept.member("id").flatMap(Json::text).orElseThrow(),
                        hash.get().substring(PREFIX.length()),
                        size.getAsLong(),
                        locator))
                : Optional.empty();
    }

    /** As the event keeps it when the bytes were read where they are. */
    Json seen(String hash, long size) {
        Map<String, Object> members = members();
        members.put("size", size);
        members.put("hash", PREFIX + hash);
        members.put("verified", true);
        return Json.object(members);
    }

    FileRefused refused(String member, String got, String wanted) {
        return new FileRefused(event, "/files/" + index + "/" + member, got, wanted);
    }

    /** Whether the bytes were seen is for Trove to say. */
    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>(said.members());
        members.remove("verified");
        return members;
    }

    private Optional<String> text(String member) {
        return said.member(member).flatMap(Json::text);
    }
}

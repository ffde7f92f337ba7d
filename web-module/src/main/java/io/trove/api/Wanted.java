package io.trove.api;

import io.trove.dialect.Dialect;
import io.trove.dialect.Dialects;
import io.trove.event.Json;
import io.trove.query.Found;
import io.trove.registry.Lifting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The shape in which events are wanted: a dialect, and the media type that the answer says. */
record Wanted(Dialect dialect, String mediaType, Optional<Lifting> lifting) {
    static final String JSON = "application/json";

    private static final String VENDOR = "application/vnd.trove.";
    private static final Wanted FULL = new Wanted(Spoken.named(Spoken.OWN), JSON, Optional.empty());
    private static final Set<String> ANY = Set.of("", "*/*", JSON);

    /** One event, as {@code Accept} and {@code ?dialect=} ask for it; either may be null. */
    static Wanted one(String accept, String dialect) {
        return isOrdinary(accept, dialect) ? FULL : of(accept, dialect, documents(dialect));
    }

    /** Several events: a page of them, a line each, or a batch of CloudEvents. */
    static Wanted several(String accept, String dialect) {
        return isOrdinary(accept, dialect) ? FULL : of(accept, dialect, collections(dialect));
    }

    private static Wanted of(String accept, String dialect, List<String> offered) {
        var type = Accepted.of(accept).best(offered).orElseThrow(() -> new NotWritten(accept, offered));
        return new Wanted(dialect == null ? speaking(type) : Spoken.named(dialect), type, Optional.empty());
    }

    private static boolean isOrdinary(String accept, String dialect) {
        return dialect == null && ANY.contains(accept == null ? "" : accept);
    }

    /** The media types of one document: those of the dialect, or of all of them. */
    private static List<String> documents(String dialect) {
        var offered = new ArrayList<String>();
        if (dialect == null) {
            offered.add(JSON);
            Dialects.all().forEach(each -> each.mediaTypes().stream().sorted().forEach(offered::add));
        } else {
            Spoken.named(dialect).mediaTypes().stream().sorted().forEach(offered::add);
            offered.add(JSON);
        }
        return offered.stream().distinct().toList();
    }

    /** Of a standard's own media types only the one for several: a page is none of its documents. */
    private static List<String> collections(String dialect) {
        var offered = new ArrayList<>(List.of(JSON));
        documents(dialect).stream().filter(type -> type.startsWith(VENDOR)).forEach(offered::add);
        offered.add(Written.LINES);
        if (dialect == null || dialect.equals(Written.CLOUDEVENTS)) {
            offered.add(Written.CLOUDEVENTS_BATCH);
        }
        return offered;
    }

    private static Dialect speaking(String mediaType) {
        return Dialects.ofMediaType(mediaType)
                .orElseGet(() ->
                        Spoken.named(mediaType.equals(Written.CLOUDEVENTS_BATCH) ? Written.CLOUDEVENTS : Spoken.OWN));
    }

    /** The same, with payloads lifted to a later version of their schema. */
    Wanted lifted(Optional<Lifting> to) {
        return new Wanted(dialect, mediaType, to);
    }

    /** The same for the next event of a stream, which has the time that a page has. */
    Wanted anew() {
        return lifting.isEmpty() ? this : lifted(lifting.map(Lifting::anew));
    }

    /** True for the kept bytes as they are; anything else is a view. */
    boolean isFull() {
        return isOwn() && lifting.isEmpty();
    }

    /** True when what was found goes out as the bytes that are kept. */
    boolean isFull(Found found) {
        return isFull() && found.isWhole();
    }

    /** What the view of this is, as the header says it. */
    String view(Found found) {
        return found.isWhole() ? view() : view() + "; masked=" + String.join(",", new TreeSet<>(found.masked()));
    }

    /** What the view is, as the header says it. */
    String view() {
        return "dialect=" + dialect.name()
                + lifting.map(lift -> "; as=" + Paths.encoded(lift.to())).orElse("");
    }

    private boolean isOwn() {
        return dialect.name().equals(Spoken.OWN);
    }

    /** Another dialect has no place for it; the header says it. */
    private static Json withoutView(Json document) {
        var members = new LinkedHashMap<>(document.members());
        members.remove("view");
        return Json.object(members);
    }

    /** The view says what is masked, beside what was lifted. */
    private static Json withMasked(Json shown, Found found) {
        if (found.isWhole()) {
            return shown;
        }
        var view = new LinkedHashMap<String, Object>();
        shown.member("view").ifPresent(lifted -> view.putAll(lifted.members()));
        view.put("masked", found.masked().stream().sorted().toList());
        var members = new LinkedHashMap<String, Object>(shown.members());
        members.put("view", view);
        return Json.object(members);
    }

    boolean isLines() {
        return mediaType.equals(Written.LINES);
    }

    boolean isBatch() {
        return mediaType.equals(Written.CLOUDEVENTS_BATCH);
    }

    byte[] bytes(Found found) throws IOException {
        var out = new ByteArrayOutputStream(found.document().length + 64);
        writeTo(out, found);
        return out.toByteArray();
    }

    void writeTo(OutputStream out, Found found) throws IOException {
        if (isFull()) {
            found.writeTo(out);
        } else {
            var document = Json.parse(found.document());
            var shown = lifting.map(lift -> lift.of(document)).orElse(document);
            out.write(dialect.write(found.position(), isOwn() ? withMasked(shown, found) : withoutView(shown))
                    .canonical());
        }
    }

    /** Strong for the full form, weak for a view, which is of this dialect, this media type and this sight. */
    String tag(Found found, String sightVersion) {
        if (isFull(found)) {
            return Digests.tag(found.digest());
        }
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(found.digest());
            sha256.update(String.join("\0", view(), mediaType, sightVersion).getBytes(StandardCharsets.UTF_8));
            return "W/" + Digests.tag(sha256.digest());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256", absent);
        }
    }
}

package io.trove.dialect;

import io.trove.event.Invalid;
import io.trove.event.Json;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The events of datacollect: the word in {@code type} tells the entity's type, or leaves it to what was recorded first. */
public final class Datacollect implements Dialect {
    private static final String SYNC_LEVEL = "syncLevel";
    private static final Json REMOTE = Json.of(1);
    private static final int LEVEL_MAX = 2;
    private static final Pattern WORD = Pattern.compile("(?:create|update)-(.+)", Pattern.DOTALL);
    private static final Pattern MEMBERSHIP = Pattern.compile("(?:add|remove)-member");
    static final Mapping MAPPING = new Mapping()
            .row("guid", Form.TEXT, "id", "id")
            .row("entityGuid", Form.TEXT, "entity", "id")
            .row("type", Form.TEXT, "type")
            .row("data", Form.ANY, "payload")
            .row("timestamp", Form.TEXT, "createdAt")
            .row("userId", Form.TEXT, "userId")
            .row("metadata", Form.OBJECT, "metadata")
            .row("context", Form.OBJECT, "context");

    @Override
    public String name() {
        return "datacollect";
    }

    /** Without {@code syncLevel}: that is how far an event has been delivered, not what happened. */
    @Override
    public Json read(Json document) {
        Mapping.requireObject("", document).member(SYNC_LEVEL).ifPresent(Datacollect::requireLevel);
        return said(document);
    }

    private static Json said(Json document) {
        Map<String, Object> members = new TreeMap<>(document.members());
        members.remove(SYNC_LEVEL);
        Json event = MAPPING.read(Json.object(members));
        if (event.at("/entity/type").isPresent()) {
            return event;
        }
        return event.member("type")
                .flatMap(Json::text)
                .flatMap(Datacollect::entityType)
                .map(type -> Rest.over(event, Json.object(Map.of("entity", Map.of("type", type)))))
                .orElse(event);
    }

    private static void requireLevel(Json level) {
        long number = level.integer().orElse(-1);
        if (number < 0 || number > LEVEL_MAX) {
            throw new Invalid("/" + SYNC_LEVEL, Form.shown(level), "0 (local), 1 (remote) or 2 (external)");
        }
    }

    private static Optional<String> entityType(String word) {
        Matcher matcher = WORD.matcher(word);
        if (matcher.matches()) {
            return Optional.of(matcher.group(1));
        }
        return MEMBERSHIP.matcher(word).matches() ? Optional.of("group") : Optional.empty();
    }

    /** What kind of entity it is, its word tells. */
    @Override
    public String pointer(Json document, String inEvent) {
        String place = MAPPING.pointer(document, inEvent);
        return place.equals("/entity/type") ? "/type" : place;
    }

    /** As the server it was sent to sees it: {@code syncLevel} is 1, remote. */
    @Override
    public Json write(long position, Json event) {
        Map<String, Object> document =
                new TreeMap<>(MAPPING.write(Mapping.positioned(position, event), Datacollect::said)
                        .members());
        document.put(SYNC_LEVEL, REMOTE);
        return Json.object(document);
    }

    @Override
    public boolean leavesEntityTypeOpen(Json document) {
        return read(document).at("/entity/type").isEmpty();
    }
}

package io.trove.api;

import io.trove.dialect.Dialect;
import io.trove.event.Json;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A user's dialect: an event whose type is shouted. */
public final class Shout implements Dialect {

    @Override
    public String name() {
        return "shout";
    }

    @Override
    public Json read(Json document) {
        Map<String, Object> event = new TreeMap<>(document.members());
        document.member("TYPE").flatMap(Json::text).ifPresent(type -> event.put("type", type.toLowerCase(Locale.ROOT)));
        event.remove("TYPE");
        return Json.object(event);
    }

    @Override
    public Json write(long position, Json event) {
        Map<String, Object> document = new TreeMap<>(event.members());
        if (event.member("message").isPresent()) {
            throw new UnsupportedOperationException("Nobody can shout " + event.member("message"));
        }
        document.put("position", position);
        event.member("type").flatMap(Json::text).ifPresent(type -> document.put("TYPE", type.toUpperCase(Locale.ROOT)));
        document.remove("type");
        return Json.object(document);
    }
}

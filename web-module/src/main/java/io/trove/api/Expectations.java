package io.trove.api;

import io.trove.event.Bounds;
import io.trove.event.Identifier;
import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.ledger.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code "expect": [{"entity": {"type", "id"}, "version": 7 | "none" | "exists"}]}. */
final class Expectations {
    static final int COUNT_MAX = 1_000;

    private Expectations() {}

    static List<Expected> read(Json array) {
        if (!array.isArray()) {
            throw new Invalid("/expect", Body.kind(array), "an array");
        }
        var items = array.items();
        if (items.size() > COUNT_MAX) {
            throw new Invalid("/expect", items.size() + " items", "at most " + COUNT_MAX);
        }
        var expected = new ArrayList<Expected>();
        for (var item : items) {
            expected.add(one("/expect/" + expected.size(), item));
        }
        return expected;
    }

    private static Expected one(String pointer, Json item) {
        Members.only(pointer, item, List.of("entity", "version"));
        var entity = item.member("entity").orElse(Json.nul());
        Members.only(pointer + "/entity", entity, List.of("type", "id"));
        var type = name(pointer + "/entity/type", entity.member("type"), Bounds.ENTITY_TYPE_BYTES_MAX);
        var id = name(pointer + "/entity/id", entity.member("id"), Bounds.ENTITY_ID_BYTES_MAX);
        var given = item.member("version");
        var version = given.orElse(Json.nul());
        if (version.integer().orElse(-1) >= 0) {
            return Expected.version(type, id, version.integer().getAsLong());
        }
        return switch (version.text().orElse("")) {
            case "none" -> Expected.none(type, id);
            case "exists" -> Expected.exists(type, id);
            default ->
                throw new Invalid(
                        pointer + "/version",
                        given.map(Body::kind).orElse("nothing"),
                        "a whole number from 0, \"none\" or \"exists\"");
        };
    }

    private static String name(String pointer, Optional<Json> value, int bytesMax) {
        return value.flatMap(Json::text)
                .filter(text -> Identifier.isOne(text, bytesMax))
                .orElseThrow(() ->
                        new Invalid(pointer, value.map(Body::kind).orElse("nothing"), Identifier.wanted(bytesMax)));
    }
}

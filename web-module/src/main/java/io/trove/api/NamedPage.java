package io.trove.api;

import io.trove.event.Json;
import io.trove.query.PageRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page of what is listed by name: as many as are wanted, and where to go on. */
final class NamedPage {
    private NamedPage() {}

    /** What lists at most so many that come behind a name. */
    interface Source {
        List<? extends Map<String, ?>> behind(String name, int most);
    }

    static Response of(Source source, String member, String limit, String cursor, UriInfo address) {
        var most = PageRequest.newest(Numbers.limit(limit)).limit();
        var found = source.behind(SchemaCursor.read(cursor).orElse(""), most + 1);
        var page = new LinkedHashMap<String, Object>();
        if (found.size() <= most) {
            page.put("items", found);
            return Documents.fresh(JsonText.of(page));
        }
        var items = found.subList(0, most);
        var next = SchemaCursor.write(text(items.get(most - 1).get(member)));
        page.put("items", items);
        page.put("next", next);
        var link = "<%s>; rel=\"next\"".formatted(Paths.following(address, next));
        return Response.fromResponse(Documents.fresh(JsonText.of(page)))
                .header(HttpHeaders.LINK, link)
                .build();
    }

    private static String text(Object value) {
        return value instanceof Json json ? json.text().orElseThrow() : String.valueOf(value);
    }
}

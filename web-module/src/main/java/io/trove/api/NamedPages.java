package io.trove.api;

import io.trove.crypto.Secrets;
import io.trove.event.Json;
import io.trove.query.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pages of what is listed by name: as many as are wanted, and where to go on. */
@ApplicationScoped
public class NamedPages {
    private static final List<String> OF_THE_PAGE = List.of("limit", "cursor");

    @Inject
    private Secrets secrets;

    /** What lists at most so many that come behind a name, or from the beginning behind none. */
    interface Source {
        List<? extends Map<String, ?>> behind(String name, int most);
    }

    /** {@code member} is the one that names an item. */
    Response of(Source source, String member, String limit, String cursor, UriInfo address) {
        var most = PageRequest.newest(Numbers.limit(limit)).limit();
        var key = secrets.key("cursor");
        var list = list(address);
        var found = source.behind(cursor == null ? "" : NamedCursor.last(cursor, key, list), most + 1);
        var page = new LinkedHashMap<String, Object>();
        if (found.size() <= most) {
            page.put("items", found);
            return Documents.fresh(JsonText.of(page));
        }
        var items = found.subList(0, most);
        var next = new NamedCursor(list, name(items.get(most - 1).get(member))).text(key);
        page.put("items", items);
        page.put("next", next);
        var link = "<%s>; rel=\"next\"".formatted(Paths.following(address, next));
        return Response.fromResponse(Documents.fresh(JsonText.of(page)))
                .header(HttpHeaders.LINK, link)
                .build();
    }

    /** What is listed: where, and by which parameters. */
    private static String list(UriInfo address) {
        var asked = new TreeMap<>(address.getQueryParameters());
        asked.keySet().removeAll(OF_THE_PAGE);
        return address.getPath() + asked;
    }

    private static String name(Object value) {
        return value instanceof Json json ? json.text().orElseThrow() : String.valueOf(value);
    }
}

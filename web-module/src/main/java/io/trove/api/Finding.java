package io.trove.api;

import io.trove.access.Sight;
import io.trove.query.Query;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Answers what is asked for: a page, or, as lines and without a limit, everything as it is read. */
final class Finding {
    private Finding() {}

    static Response of(Query query, Sight sight, Asked asked, Wanted wanted, UriInfo address) {
        if (wanted.isLines() && asked.isWhole()) {
            return Documents.lines(sink -> query.stream(sight, asked.filter(), asked.order(), sink), wanted);
        }
        return Documents.page(query.page(sight, asked.filter(), asked.page()), wanted, address);
    }
}

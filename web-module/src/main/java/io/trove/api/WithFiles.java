package io.trove.api;

import io.trove.event.Draft;
import io.trove.files.Blobs;
import io.trove.ledger.Append;
import io.trove.ledger.Appender;
import io.trove.query.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;

/** Appends an event whose files come with it in one form. */
@ApplicationScoped
class WithFiles {
    @Inject
    private Appender appender;

    @Inject
    private Blobs blobs;

    @Inject
    private Query query;

    @Inject
    private Transfers transfers;

    /** The bytes are kept when all have arrived and the event is one that can be appended, and not before. */
    Response append(Visits.Visit visit, Multipart form, Function<Draft, Append> request) throws IOException {
        appender.requireAdmitted(visit.ledger(), visit.caller());
        var bounds = appender.bounds();
        try (var place = transfers.take();
                var bundle = Bundle.read(
                        form,
                        bounds.limits().filesMax(),
                        bounds.requestBytesMax(),
                        content -> blobs.receive(content, Set.of()))) {
            var draft = new Drafts(
                            Spoken.named(null), false, bounds.limits(), id -> query.entityType(visit.sight(), id))
                    .one(bundle.event());
            bundle.arrivals().forEach(arrival -> blobs.keep(visit.ledger(), visit.caller(), arrival));
            var receipts = appender.append(visit.ledger(), visit.caller(), request.apply(draft));
            return Receipts.one(visit.ledger(), receipts.get(0));
        }
    }
}

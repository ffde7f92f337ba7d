package io.trove.api;

import io.trove.access.Deletion;
import io.trove.event.Times;
import io.trove.query.Query;
import io.trove.query.Statistics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A ledger as a whole. */
@ApplicationScoped
@Path("{organization}/{environment}")
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {
    private static final int DECIMALS = 3;
    private static final List<String> OFFERED = List.of(Wanted.JSON, OpenMetrics.MEDIA_TYPE);

    @Inject
    private Visits visits;

    @Inject
    private Query query;

    @Inject
    private Figures figures;

    @Inject
    private Deletion deletion;

    @GET
    @Produces({MediaType.APPLICATION_JSON, OpenMetrics.MEDIA_TYPE})
    public Response statistics(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @HeaderParam("Accept") String accept,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        var statistics = query.statistics(visit.sight());
        var name = visit.ledger().name();
        Map<String, Long> refusals = visit.sight().isEverything() ? figures.refusals(name) : Map.of();
        if (Accepted.of(accept)
                .best(OFFERED)
                .filter(OpenMetrics.MEDIA_TYPE::equals)
                .isPresent()) {
            return Documents.fresh(
                    OpenMetrics.of(name, statistics, refusals), OpenMetrics.CONTENT_TYPE, Optional.empty());
        }
        var members = members(statistics);
        members.put("refusals", refusals);
        return Documents.fresh(JsonText.of(members));
    }

    @DELETE
    public Response delete(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @QueryParam("confirm") @DefaultValue("") String confirm,
            @Context HttpServletRequest request) {
        var deleted = deletion.delete(Visitor.of(request), organization, environment, confirm);
        var members = Map.of("ledger", deleted.ledger().toString(), "uid", deleted.uid(), "size", deleted.size());
        return Response.accepted(JsonText.of(members)).build();
    }

    private static Map<String, Object> members(Statistics statistics) {
        var rates = new LinkedHashMap<String, Object>();
        rates.put("lastMinute", decimal(statistics.rates().lastMinute()));
        rates.put("lastHour", decimal(statistics.rates().lastHour()));
        rates.put("overall", decimal(statistics.rates().overall()));
        var members = new LinkedHashMap<String, Object>();
        members.put("size", statistics.size());
        members.put("depth", statistics.depth());
        members.put("firstRecordedAt", time(statistics.recordedFirstMicros()));
        members.put("lastRecordedAt", time(statistics.recordedLastMicros()));
        members.put("firstCreatedAt", time(statistics.createdFirstMicros()));
        members.put("lastCreatedAt", time(statistics.createdLastMicros()));
        members.put("eventsPerSecond", rates);
        members.put("averageBytes", decimal(statistics.averageBytes()));
        members.put("byType", statistics.byType());
        members.put("otherTypes", statistics.otherTypes());
        members.put("counted", statistics.counted());
        return members;
    }

    private static Optional<String> time(OptionalLong micros) {
        return micros.isPresent() ? Optional.of(Times.text(micros.getAsLong())) : Optional.empty();
    }

    private static BigDecimal decimal(double value) {
        var rounded = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}

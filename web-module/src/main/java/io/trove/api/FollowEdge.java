package io.trove.api;

import io.trove.filter.Filter;
import io.trove.ledger.Ledgers;
import io.trove.refusal.Refusal;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code GET …/events/stream}: leads a request to the followers. Asynchronous servlet I/O, because a follower that stops
 * reading must not hold a thread, as it would with an {@code SseEventSink}.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class FollowEdge extends HttpFilter {

    /** The operation that is served here and not by a resource, as the description names it. */
    static final String OPERATION = "get /api/{organization}/{environment}/events/stream";

    private static final long serialVersionUID = 1L;
    private static final Pattern STREAM = Pattern.compile("/api/([^/]+)/([^/]+)/events/stream");
    private static final Set<String> OWN_PARAMETERS = Set.of("after", "dialect", "as");
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    @Inject
    private transient Visits visits;

    @Inject
    private transient Ledgers ledgers;

    @Inject
    private transient Followers followers;

    @Inject
    private transient Liftings liftings;

    @Inject
    private transient Figures figures;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Matcher stream = STREAM.matcher(request.getRequestURI());
        if (!stream.matches() || !METHODS.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        RequestId.of(request, response);
        try {
            follow(stream.group(1), stream.group(2), request, response);
        } catch (Refusal refusal) {
            refuse(refusal, request, response);
        } catch (EJBException wrapped) {
            if (!(wrapped.getCause() instanceof Refusal refusal)) {
                throw wrapped;
            }
            refuse(refusal, request, response);
        }
    }

    private void follow(
            String organization, String environment, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var visit = visits.to(organization, environment, request);
        SseText.requireAccepted(request);
        Filter filter = Filter.of(parameters(request), OWN_PARAMETERS);
        SseText text = SseText.in(one(request, "dialect"), liftings.following(visit, one(request, "as")));
        long size = ledgers.head(visit.ledger()).size();
        long after = after(request).orElse(size - 1);
        if (after >= size) {
            throw new ParameterRefused(
                    resumes(request) ? LAST_EVENT_ID : "after",
                    Long.toString(after),
                    "a position of the ledger, which has " + size + " events");
        }
        if (request.getMethod().equals("HEAD")) {
            response.setContentType(SseText.MEDIA_TYPE);
            return;
        }
        followers.add(visit, filter, text, new Followers.Stand(after, size), request, response);
    }

    private static String one(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw new ParameterRefused(name, String.join(" and ", values), "one value");
        }
        return values == null ? null : values[0];
    }

    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        var parameters = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, new ArrayList<>(List.of(values))));
        return parameters;
    }

    /** The header is sent by a client that reconnects by itself, and so goes before the address that it began with. */
    private static Optional<Long> after(HttpServletRequest request) {
        return resumes(request)
                ? Optional.of(position(LAST_EVENT_ID, request.getHeader(LAST_EVENT_ID)))
                : Optional.ofNullable(one(request, "after")).map(given -> position("after", given));
    }

    private static boolean resumes(HttpServletRequest request) {
        String header = request.getHeader(LAST_EVENT_ID);
        return header != null && !header.isBlank();
    }

    private static long position(String name, String given) {
        long position = Numbers.whole(name, given.strip());
        if (position < -1) {
            throw new ParameterRefused(name, given, "a position, or -1 for the beginning");
        }
        return position;
    }

    private void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        figures.refused(refusal.slug(), Visits.visited(request));
        Problem.of(refusal).send(response, RequestId.of(request, response));
    }
}

package io.trove.api;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ties an answer to its lines in the log: the caller's own id when it is a sane one, the trace's id, or a new one. */
record RequestId(String value) {
    static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    /** Liberty keeps extensions weakly, so somebody has to hold this one. */
    private static final LogRecordContext.Extension IN_LOG = CURRENT::get;

    // Where the application was deployed anew into a server that goes on running, the one before left its own.
    static {
        LogRecordContext.unregisterExtension("requestId");
        LogRecordContext.registerExtension("requestId", IN_LOG);
    }

    /** The id of this request, which its answer carries too. */
    static RequestId of(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestId known) {
            return known;
        }
        var id = new RequestId(given(request.getHeader(HEADER))
                .or(() -> traced(request.getHeader("traceparent")))
                .orElseGet(() -> HexFormat.of().formatHex(random())));
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id.value());
        return id;
    }

    /** What the log's lines of this thread carry from now on. */
    void enter() {
        CURRENT.set(value);
    }

    /** The one of this thread. */
    static RequestId entered() {
        return new RequestId(CURRENT.get());
    }

    static void leave() {
        CURRENT.remove();
    }

    /** The caller's own id, when it can stand in a log without doing harm there. */
    static Optional<String> given(String header) {
        return Optional.ofNullable(header).filter(id -> SANE.matcher(id).matches());
    }

    /** The trace's id in a W3C traceparent. */
    static Optional<String> traced(String traceparent) {
        return Optional.ofNullable(traceparent)
                .map(TRACEPARENT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    private static byte[] random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}

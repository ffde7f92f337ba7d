package io.trove.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/**
 * A body that came compressed is read as what is in it. The web server could decompress too, but takes what was cut off for whole; its
 * configuration tells it not to. Here and not by another request in the place of this one: of what RESTEasy hands out as the request, the
 * methods belong to interfaces of the web server in some starts, which no wrapper has.
 */
@Provider
public class Packed implements ContainerRequestFilter {
    private static final String UNPACKING = Unpacking.class.getName();

    @Override
    public void filter(ContainerRequestContext request) {
        var encoding = encoding(request.getHeaderString(HttpHeaders.CONTENT_ENCODING));
        if (!encoding.isEmpty()) {
            var packed = request.getEntityStream();
            var unpacking = encoding.equals("deflate") ? Unpacking.deflate(packed) : Unpacking.gzip(packed);
            request.setEntityStream(unpacking);
            request.setProperty(UNPACKING, unpacking);
        }
    }

    /** Whether it says that its body is compressed: nobody knows then how long that is. */
    static boolean is(HttpServletRequest request) {
        return !encoding(request.getHeader(HttpHeaders.CONTENT_ENCODING)).isEmpty();
    }

    /** Lets go of what unpacked the body of this request. */
    static void end(HttpServletRequest request) {
        if (request.getAttribute(UNPACKING) instanceof Unpacking unpacking) {
            unpacking.close();
        }
    }

    /** Empty when there is none. */
    private static String encoding(String said) {
        var encoding = said == null ? "" : said.strip().toLowerCase(Locale.ROOT);
        return encoding.equals("identity") ? "" : encoding;
    }
}

package io.trove.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** JSON is in UTF-8 (RFC 8259): a body of JSON that says another charset is refused, wherever one is read. */
@Provider
public class JsonCharset implements ContainerRequestFilter {
    private static final Pattern JSON =
            Pattern.compile("[ \t]*+[^/;]++/(?:[^;]*?\\+)?(?:json|x-ndjson|json-seq)[ \t]*+(?:;.*)?");
    private static final Pattern PARAMETER =
            Pattern.compile(";[ \t]*+([^=;\" \t]++)=(\"(?:[^\"\\\\]|\\\\.)*+\"|[^;\" \t]*+)");
    private static final Set<String> READ = Set.of("utf-8", "us-ascii");

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && !isData(request)) {
            require(type);
        }
    }

    /** What is kept as it is sent, and not read: a file, or the content of a CloudEvent whose attributes are headers. */
    private boolean isData(ContainerRequestContext request) {
        return BlobsResource.class.isAssignableFrom(resource.getResourceClass())
                || request.getHeaderString(Head.CLOUDEVENT) != null;
    }

    static void require(String contentType) {
        notRead(contentType).ifPresent(charset -> {
            throw new CharsetRefused(charset);
        });
    }

    /** The charset that this legible content type names for JSON, when it is none that JSON is read in. */
    static Optional<String> notRead(String contentType) {
        var type = contentType.toLowerCase(Locale.ROOT);
        return JSON.matcher(type).matches()
                ? PARAMETER
                        .matcher(type)
                        .results()
                        .filter(each -> each.group(1).equals("charset"))
                        .map(each -> unquoted(each.group(2)))
                        .filter(charset -> !READ.contains(charset))
                        .findFirst()
                : Optional.empty();
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }
}

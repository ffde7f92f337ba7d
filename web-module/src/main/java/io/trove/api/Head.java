package io.trove.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is to be legible of a request before anybody is asked for what it wants: its address, and the media types that it names (RFC 9110). */
final class Head {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUALITY = "[qQ]=(?:0(?:\\.\\d*+)?|1(?:\\.0*+)?|\\.\\d++)(?=[ \t]*+(?:[;,]|$))";
    private static final String PARAMETERS = "(?:[ \t]*+;[ \t]*+(?:" + QUALITY + "|(?![qQ]=)" + TOKEN + "=(?:" + TOKEN
            + "|\"(?:[^\"\\\\]|\\\\.)*+\"))?)*+[ \t]*+";
    private static final String TYPE = TOKEN + "/" + TOKEN + PARAMETERS;
    private static final Pattern CONTENT_TYPE = Pattern.compile("[ \t]*+" + TYPE);

    /** A star alone is what Java's own client sends. */
    private static final String RANGE = "(?:" + TYPE + "|\\*" + PARAMETERS + ")?";

    private static final Pattern ACCEPT = Pattern.compile("[ \t]*+" + RANGE + "(?:,[ \t]*+" + RANGE + ")*+");

    /** The header that makes a request a CloudEvent whose attributes are headers. */
    static final String CLOUDEVENT = "ce-specversion";

    private static final int ESCAPE_CHARACTERS = 3;
    private static final int HEXADECIMAL = 16;

    /** What is decoded here ({@link Packed}). */
    private static final Set<String> ENCODINGS = Set.of("gzip", "x-gzip", "deflate", "identity");

    private Head() {}

    /** What cannot be read of it, if anything. */
    static Optional<HeadRefused> refused(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (!isPath(path)) {
            return refused("The path", path, "one of RFC 3986, with UTF-8 behind its percent signs");
        }
        var query = request.getQueryString();
        if (query != null && !isQuery(query)) {
            return refused("The query", query, "one of RFC 3986, with UTF-8 behind its percent signs");
        }
        var type = request.getContentType();
        if (type != null && !CONTENT_TYPE.matcher(type).matches()) {
            return refused("Content-Type", type, "a media type such as application/json");
        }
        var encoding = String.join(", ", Collections.list(request.getHeaders("Content-Encoding")));
        if (!encoding.isBlank() && !ENCODINGS.contains(encoding.strip().toLowerCase(Locale.ROOT))) {
            return Optional.of(new HeadRefused(
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    "Content-Encoding",
                    encoding,
                    "gzip, deflate or none"));
        }
        return Collections.list(request.getHeaders("Accept")).stream()
                .filter(accept -> !ACCEPT.matcher(accept).matches())
                .findFirst()
                .flatMap(accept -> refused("Accept", accept, "a list of media types such as application/json;q=0.5"));
    }

    private static Optional<HeadRefused> refused(String where, String got, String wanted) {
        return Optional.of(new HeadRefused(where, got, wanted));
    }

    private static boolean isPath(String path) {
        try {
            return new URI("http://localhost" + path).getRawPath() != null && isUtf8(path);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isQuery(String query) {
        try {
            return new URI("http://localhost/?" + query).getRawQuery() != null && isUtf8(query);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isUtf8(String text) {
        if (text.indexOf('%') < 0) {
            return true;
        }
        var bytes = ByteBuffer.allocate(text.length());
        for (var i = 0; i < text.length(); i++) {
            var escaped = text.charAt(i) == '%' ? escaped(text, i) : -1;
            if (escaped >= 0) {
                bytes.put((byte) escaped);
                i += ESCAPE_CHARACTERS - 1;
            } else {
                bytes.put((byte) '.');
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int escaped(String text, int at) {
        if (at + ESCAPE_CHARACTERS > text.length()) {
            return -1;
        }
        var high = Character.digit(text.charAt(at + 1), HEXADECIMAL);
        var low = Character.digit(text.charAt(at + 2), HEXADECIMAL);
        return high < 0 || low < 0 ? -1 : high * HEXADECIMAL + low;
    }
}

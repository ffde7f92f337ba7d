package io.trove.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A request whose body is read as what is in it, and of which nobody knows before how long that is. The web server could decompress
 * too, but takes what was cut off for whole; its configuration tells it not to.
 */
final class UnpackedRequest extends HttpServletRequestWrapper implements AutoCloseable {
    private Optional<Body> body = Optional.empty();

    UnpackedRequest(HttpServletRequest packed) {
        super(packed);
    }

    /** Whether it says that its body is compressed. */
    static boolean isPacked(HttpServletRequest request) {
        return !encoding(request).isEmpty();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body.isEmpty()) {
            var packed = super.getInputStream();
            body = Optional.of(
                    new Body(encoding(this).equals("deflate") ? Unpacking.deflate(packed) : Unpacking.gzip(packed)));
        }
        return body.get();
    }

    @Override
    public int getContentLength() {
        return -1;
    }

    @Override
    public long getContentLengthLong() {
        return -1;
    }

    @Override
    public void close() {
        body.ifPresent(Body::close);
    }

    /** Empty when there is none. */
    private static String encoding(HttpServletRequest request) {
        var said = request.getHeader("Content-Encoding");
        var encoding = said == null ? "" : said.strip().toLowerCase(Locale.ROOT);
        return encoding.equals("identity") ? "" : encoding;
    }

    private static final class Body extends ServletInputStream {
        private final Unpacking unpacking;

        Body(Unpacking unpacking) {
            this.unpacking = unpacking;
        }

        @Override
        public int read() throws IOException {
            return unpacking.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return unpacking.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return unpacking.isEnded();
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("What came compressed is read by who waits for it");
        }

        @Override
        public void close() {
            unpacking.close();
        }
    }
}

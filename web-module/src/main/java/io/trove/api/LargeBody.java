package io.trove.api;

import io.trove.ledger.Burden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that is read whole, of which nobody said how long it is. Most are not very large: once one has this many bytes it
 * counts as the largest.
 */
final class LargeBody extends FilterInputStream {

    private static final int VERY_LARGE_BYTES = 1 << 20;

    private final long bytesMax;
    private long bytes;

    private LargeBody(InputStream in, long bytesMax) {
        super(in);
        this.bytesMax = bytesMax;
    }

    /** The body of this request, when there is room for it. */
    static InputStream of(HttpServletRequest request, InputStream in, long bytesMax) {
        var length = request.getContentLengthLong();
        if (length < 0 || Packed.is(request)) {
            return new LargeBody(in, bytesMax);
        }
        Burden.weigh(Math.min(length, bytesMax));
        return in;
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var read = super.read(into, from, length);
        return counted(read, read);
    }

    private int counted(int answer, int more) {
        if (answer >= 0) {
            bytes += more;
            if (bytes >= VERY_LARGE_BYTES) {
                Burden.weighAnew(bytesMax);
            } else if (bytes >= Burden.LARGE_BYTES) {
                Burden.weigh(VERY_LARGE_BYTES);
            }
        }
        return answer;
    }
}

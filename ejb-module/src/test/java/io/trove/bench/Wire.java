package io.trove.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection, as cheap as a client can be: on a machine of two cores, what the client costs is
 * taken from the server.
 */
final class Wire implements Closeable {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String headers;
    private final byte[] skipped = new byte[BUFFER_BYTES];

    /** What came back: the status, and how many bytes of body. */
    record Answer(int status, long bytes) {}

    Wire(int port, String authorization) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
        this.out = socket.getOutputStream();
        this.headers = " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: " + authorization + "\r\n";
    }

    Answer get(String path, String accept) throws IOException {
        out.write(ascii("GET " + path + headers + "Accept: " + accept + "\r\n\r\n"));
        return answer();
    }

    Answer post(String path, String contentType, byte[] body) throws IOException {
        byte[] head = ascii("POST " + path + headers + "Content-Type: " + contentType + "\r\nContent-Length: "
                + body.length + "\r\n\r\n");
        var whole = new ByteArrayOutputStream(head.length + body.length);
        whole.writeBytes(head);
        whole.writeBytes(body);
        whole.writeTo(out);
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).trim());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        if (!chunked) {
            skip(length);
            return new Answer(status, length);
        }
        long total = 0;
        for (long chunk = chunk(); chunk > 0; chunk = chunk()) {
            skip(chunk);
            line();
            total += chunk;
        }
        line();
        return new Answer(status, total);
    }

    private long chunk() throws IOException {
        return Long.parseLong(line().split(";", 2)[0].trim(), 16);
    }

    private void skip(long length) throws IOException {
        for (long left = length; left > 0; ) {
            int read = in.read(skipped, 0, (int) Math.min(left, skipped.length));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                throw new EOFException();
            }
            if (each != '\r') {
                line.append((char) each);
            }
        }
        return line.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

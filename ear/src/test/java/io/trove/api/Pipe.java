package io.trove.api;

import io.trove.server.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request whose answer is read before its body ends, which the JDK's client does not do. */
record Pipe(Socket socket, BufferedReader answer) implements AutoCloseable {

    private static final int READ_MS_MAX = 60_000;

    static Pipe open(Server server, String path, String key) throws IOException {
        var uri = server.uri(path);
        var authorization = server.request(path).build().headers().firstValue("Authorization");
        var socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(READ_MS_MAX);
        var pipe = new Pipe(
                socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
        pipe.write("POST " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nAuthorization: "
                + authorization.orElseThrow() + "\r\nIdempotency-Key: " + key
                + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
        return pipe;
    }

    /** Sends a part of the body. */
    void send(String text) throws IOException {
        write(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    private void write(String ascii) throws IOException {
        socket.getOutputStream().write(ascii.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** The next line of the answer that begins so. */
    byte[] awaitLine(String beginning) throws IOException {
        for (var line = answer.readLine(); line != null; line = answer.readLine()) {
            if (line.startsWith(beginning)) {
                return line.getBytes(StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("the answer ended without a line that begins with " + beginning);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package io.trove.api;

import static io.trove.api.Ask.header;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

/** Sends files to a ledger. */
record FileSender(Ask ask) {

    /** Appends an event with this file; its address. */
    String append(String file) {
        var receipt = ask.append(event(file));
        assertEquals(201, receipt.statusCode(), receipt.body());
        return header(receipt, "Location");
    }

    static String event(String file) {
        return "{\"type\":\"document.uploaded\",\"files\":[" + file + "]}";
    }

    HttpRequest.Builder put(byte[] content) {
        return ask.server()
                .request("/api/" + ask.organization() + "/development/blobs")
                .PUT(BodyPublishers.ofByteArray(content));
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = ask.server().request(path);
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return ask.server().send(request.build());
    }

    /** An event and its files in one form. */
    HttpRequest form(String event, Object... namesAndContents) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(part("event\"\r\nContent-Type: application/json", event.getBytes(StandardCharsets.UTF_8)));
        for (var i = 0; i < namesAndContents.length; i += 2) {
            var name = namesAndContents[i];
            var headers = name + "\"; filename=\"" + name + ".bin\"\r\nContent-Type: application/x-" + name;
            body.writeBytes(part(headers, (byte[]) namesAndContents[i + 1]));
        }
        body.writeBytes("--boundary--\r\n".getBytes(StandardCharsets.US_ASCII));
        return ask.server()
                .request(ask.events())
                .header("Content-Type", "multipart/form-data; boundary=boundary")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }

    private static byte[] part(String headers, byte[] content) {
        var part = new ByteArrayOutputStream();
        part.writeBytes(("--boundary\r\nContent-Disposition: form-data; name=\"" + headers + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        part.writeBytes(new byte[] {'\r', '\n'});
        return part.toByteArray();
    }

    static String sha256(byte[] content) {
        return Base64.getEncoder().encodeToString(digest(content));
    }

    static String hex(byte[] content) {
        return HexFormat.of().formatHex(digest(content));
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    static byte[] bytes(int count) {
        var bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}

package io.trove.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** An OpenID Connect issuer on this machine, with one key, whose tokens are for Trove; it ends with the tests. */
public final class Issuer {

    private final HttpServer server;
    private final KeyPair key;

    private Issuer(HttpServer server, KeyPair key) {
        this.server = server;
        this.key = key;
    }

    /** A new one, running. */
    public static Issuer start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = new Issuer(server, generator.generateKeyPair());
            server.createContext(
                    "/.well-known/openid-configuration",
                    exchange -> answer(exchange, "{\"jwks_uri\":\"" + issuer.address() + "/keys\"}"));
            server.createContext("/keys", exchange -> answer(exchange, issuer.keys()));
            server.start();
            return issuer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A token for this principal of these groups (JSON), which holds so long from now on. */
    public String token(String name, String groups, Duration holds) {
        long end = Instant.now().plus(holds).getEpochSecond();
        String signed = base64("{\"alg\":\"RS256\",\"kid\":\"one\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64("{\"iss\":\"%s\",\"aud\":\"trove\",\"sub\":\"%s\",\"groups\":%s,\"exp\":%d}"
                        .formatted(address(), name, groups, end)
                        .getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String keys() {
        var known = (RSAPublicKey) key.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"one\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(number(known.getModulus()), number(known.getPublicExponent()));
    }

    /** Without the byte that only says that it is positive. */
    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}

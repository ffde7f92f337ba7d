package io.trove.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An OpenID Connect issuer on this machine, with one key, whose tokens are for Trove; it ends with the tests. Whoever comes to its
 * page is who a test says, and goes back with a code that is taken once, from the one client, by who can say the verifier (RFC 7636).
 */
public final class Issuer {

    public static final String CLIENT = "trove-console";
    public static final String SECRET = "a secret of the tests: 100 %";

    private final HttpServer server;
    private final KeyPair key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile String visitor = "";
    private volatile String groups = "[]";

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
                    "/.well-known/openid-configuration", exchange -> answer(exchange, 200, issuer.configuration()));
            server.createContext("/keys", exchange -> answer(exchange, 200, issuer.keys()));
            server.createContext("/page", issuer::letIn);
            server.createContext("/token", issuer::take);
            server.createContext("/leave", issuer::letOut);
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
    public String token(String name, String ofGroups, Duration holds) {
        return token(name, ofGroups, holds, "\"aud\":\"trove\"");
    }

    private String token(String name, String ofGroups, Duration holds, String more) {
        long end = Instant.now().plus(holds).getEpochSecond();
        String signed = base64("{\"alg\":\"RS256\",\"kid\":\"one\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64("{\"iss\":\"%s\",%s,\"sub\":\"%s\",\"groups\":%s,\"exp\":%d}"
                        .formatted(address(), more, name, ofGroups, end)
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

    /** Who is sitting at every browser from now on, and their groups (JSON). */
    public void visitedBy(String name, String groupsJson) {
        visitor = name;
        groups = groupsJson;
    }

    private String configuration() {
        return """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/page",
                 "token_endpoint": "%1$s/token", "end_session_endpoint": "%1$s/leave?from=trove"}""".formatted(address());
    }

    private void letIn(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        boolean isOurs = CLIENT.equals(asked.get("client_id"))
                && "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"));
        if (!isOurs) {
            answer(exchange, 400, "{}");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        try (exchange) {
            exchange.getResponseHeaders()
                    .add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
            exchange.sendResponseHeaders(302, -1);
        }
    }

    /** Back to where the one client says, which tells no more than that. */
    private void letOut(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String back = asked.getOrDefault("post_logout_redirect_uri", "");
        if (!asked.keySet().equals(Set.of("from", "client_id", "post_logout_redirect_uri"))
                || !CLIENT.equals(asked.get("client_id"))) {
            answer(exchange, 400, "{}");
            return;
        }
        try (exchange) {
            exchange.getResponseHeaders().add("Location", back);
            exchange.sendResponseHeaders(302, -1);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> sent = fields(new String(body, StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
        boolean holds = asked != null
                && "authorization_code".equals(sent.get("grant_type"))
                && asked.get("redirect_uri").equals(sent.get("redirect_uri"))
                && asked.get("code_challenge").equals(challenge(sent.get("code_verifier")))
                && client().equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (holds) {
            String claims = "\"aud\":\"%s\",\"nonce\":\"%s\"".formatted(CLIENT, asked.get("nonce"));
            String token = token(visitor, groups, Duration.ofMinutes(1), claims);
            answer(
                    exchange,
                    200,
                    "{\"token_type\":\"Bearer\",\"access_token\":\"none\",\"id_token\":\"" + token + "\"}");
        } else {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        }
    }

    private static String client() {
        String both = CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
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

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}

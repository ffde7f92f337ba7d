package io.trove.access;

import io.trove.event.BoundedBytes;
import io.trove.event.Json;
import io.trove.event.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The provider that people sign in at: where its pages are (OpenID Connect Discovery 1.0), and what it gives for a code
 * (OpenID Connect Core 1.0, 3.1, with RFC 7636). {@link IssuerUnavailable} when it does not answer.
 */
final class Provider {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final Duration REMEMBERED_FOR = Duration.ofHours(1);
    private static final long ANSWER_BYTES_MAX = 1 << 20;
    private static final String BASIC = "client_secret_basic";
    private static final String POST = "client_secret_post";

    private final String issuer;
    private final Client client;
    private final Remembered<String, Json> configuration = new Remembered<>(Clock.systemUTC(), REMEMBERED_FOR, 1);
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_MAX)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Provider(String issuer, Client client) {
        this.issuer = issuer;
        this.client = client;
    }

    /** The page where people say who they are, for an attempt that is known again by these. */
    URI page(String state, String nonce, String challenge) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", client.id());
        asked.put("redirect_uri", client.returns());
        asked.put("scope", "openid");
        asked.put("state", state);
        asked.put("nonce", nonce);
        asked.put("code_challenge", challenge);
        asked.put("code_challenge_method", "S256");
        return with(address("authorization_endpoint"), asked);
    }

    /**
     * The page where people sign out there (OpenID Connect RP-Initiated Logout 1.0), if there is one; it leads back to the console.
     * It is told whose client asks and not by whom: an ID token would be in an address, and the provider has its own cookie.
     */
    Optional<URI> exit() {
        var asked = new LinkedHashMap<String, String>();
        asked.put("client_id", client.id());
        asked.put("post_logout_redirect_uri", client.left());
        return configuration()
                .member("end_session_endpoint")
                .flatMap(Json::text)
                .filter(Trust::isSafe)
                .map(page -> with(page, asked));
    }

    /** The token that says who it was; nothing when the provider does not take the code. */
    Optional<String> token(String code, String verifier) {
        var sent = new LinkedHashMap<String, String>();
        sent.put("grant_type", "authorization_code");
        sent.put("code", code);
        sent.put("redirect_uri", client.returns());
        sent.put("client_id", client.id());
        sent.put("code_verifier", verifier);
        var request = HttpRequest.newBuilder(URI.create(address("token_endpoint")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        client.secret().ifPresent(secret -> {
            if (isPosted()) {
                sent.put("client_secret", secret);
            } else {
                request.header("Authorization", basic(secret));
            }
        });
        HttpResponse<InputStream> answer =
                send(request.POST(BodyPublishers.ofString(form(sent))).build());
        Json said = json(answer);
        return answer.statusCode() == 200 ? said.member("id_token").flatMap(Json::text) : Optional.empty();
    }

    /** The specification's default is the header; who takes only the other says so. */
    private boolean isPosted() {
        List<Json> ways = configuration()
                .member("token_endpoint_auth_methods_supported")
                .map(Json::items)
                .orElse(List.of());
        return ways.contains(Json.of(POST)) && !ways.contains(Json.of(BASIC));
    }

    /** RFC 6749, 2.3.1: both are form-encoded first. */
    private String basic(String secret) {
        byte[] both = (encoded(client.id()) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private String address(String name) {
        return configuration()
                .member(name)
                .flatMap(Json::text)
                .filter(Trust::isSafe)
                .orElseThrow(IssuerUnavailable::new);
    }

    private Json configuration() {
        return configuration.find(issuer).orElseGet(() -> {
            var asked = HttpRequest.newBuilder(URI.create(IssuerKeys.configuration(issuer)));
            Json found = json(send(asked.build()));
            if (!found.member("issuer").equals(Optional.of(Json.of(issuer)))) {
                throw new IssuerUnavailable();
            }
            configuration.keep(issuer, found);
            return found;
        });
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return http.send(
                    HttpRequest.newBuilder(request, (name, value) -> true)
                            .timeout(ANSWER_MAX)
                            .build(),
                    BodyHandlers.ofInputStream());
        } catch (IOException unreachable) {
            throw new IssuerUnavailable(unreachable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IssuerUnavailable(stopping);
        }
    }

    private static Json json(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            return Json.parse(BoundedBytes.read(body, ANSWER_BYTES_MAX));
        } catch (IOException | Malformed unreadable) {
            throw new IssuerUnavailable(unreadable);
        }
    }

    private static URI with(String page, Map<String, String> asked) {
        return URI.create(page + (page.contains("?") ? "&" : "?") + form(asked));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

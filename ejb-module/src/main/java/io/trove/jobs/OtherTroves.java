package io.trove.jobs;

import io.trove.event.EventId;
import io.trove.event.Json;
import io.trove.event.Malformed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ledgers of other Troves, read over HTTP: of those that the operator has named, by the key that the operator has given, and
 * of no others. No redirect is followed, so that nobody is led from there to where only this server gets.
 */
@ApplicationScoped
class OtherTroves {

    private static final Pattern LEDGER =
            Pattern.compile("(https?://[^/?#@\\\\]+)(/api/[a-z0-9-]{1,63}/[a-z0-9-]{1,63})");
    private static final Duration CONNECTED_MAX = Duration.ofSeconds(10);
    private static final Duration ANSWERED_MAX = Duration.ofSeconds(60);
    private static final int BODY_BYTES_MAX = 1 << 20;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String LOCATOR = "application/vnd.trove.locator+json";

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTED_MAX)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Inject
    @ConfigProperty(name = "TROVE_IMPORT_FROM")
    private Optional<String> origins;

    @Inject
    @ConfigProperty(name = "TROVE_IMPORT_KEY")
    private Optional<String> key;

    /** The address of a ledger of a Trove that may be read from; a refusal of any other. */
    String ledger(String address) {
        var parts = LEDGER.matcher(address);
        if (!parts.matches()) {
            throw new JobRefused(
                    "/from/url",
                    address,
                    "the address of a ledger of another Trove, such as https://trove.example/api/demo/production");
        }
        if (!named().contains(parts.group(1))) {
            throw new JobRefused("/from/url", address, "a Trove that the operator names under TROVE_IMPORT_FROM");
        }
        return address;
    }

    private List<String> named() {
        return Arrays.stream(origins.orElse("").split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(origin -> origin.replaceFirst("/+$", ""))
                .toList();
    }

    /** How many events a ledger there has. */
    long size(String address) {
        try (InputStream body = answer(ledger(address), "application/json")) {
            return Json.parse(body, BODY_BYTES_MAX)
                    .member("size")
                    .orElseThrow(() -> NotFetched.answered(address, OK))
                    .integer()
                    .orElse(0);
        } catch (IOException failure) {
            throw NotFetched.away(address, failure);
        } catch (Malformed other) {
            throw NotFetched.answered(address, OK);
        }
    }

    /** Its events behind a position and before another, a line each. */
    InputStream events(String address, long after, long before) {
        return answer(
                ledger(address) + "/events?order=asc&after=" + after + "&before=" + before, "application/x-ndjson");
    }

    /** The bytes of a file of an event there; nothing when it has none. */
    Optional<InputStream> file(String address, EventId event, String file) {
        String path = "/events/" + encoded(event.id()) + "/files/" + encoded(file) + "?version=" + event.version();
        return ask(ledger(address) + path, "*/*", Set.of(OK, NOT_FOUND))
                .filter(answer -> answer.headers()
                        .firstValue("Content-Type")
                        .filter(LOCATOR::equals)
                        .isEmpty())
                .map(HttpResponse::body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private InputStream answer(String address, String mediaType) {
        return ask(address, mediaType, Set.of(OK)).orElseThrow().body();
    }

    /** What is answered with 200, nothing when another status was reckoned with. */
    private Optional<HttpResponse<InputStream>> ask(String address, String mediaType, Set<Integer> reckonedWith) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(ANSWERED_MAX)
                .header("Accept", mediaType);
        key.filter(text -> !text.isBlank())
                .ifPresent(text -> request.header("Authorization", "Bearer " + text.strip()));
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() == OK) {
                return Optional.of(answer);
            }
            answer.body().close();
            if (reckonedWith.contains(answer.statusCode())) {
                return Optional.empty();
            }
            throw NotFetched.answered(address, answer.statusCode());
        } catch (IOException away) {
            throw NotFetched.away(address, away);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw NotFetched.away(address, closing);
        }
    }
}

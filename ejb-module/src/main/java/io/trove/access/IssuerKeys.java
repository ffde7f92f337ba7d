package io.trove.access;

import io.trove.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The public keys of an issuer: where its configuration says that they are (OpenID Connect Discovery), or where the operator does.
 * They are remembered, and asked for anew when a token names one that is not among them, but not more often than every ten seconds,
 * whatever tokens come.
 */
final class IssuerKeys {

    private static final int CONNECT_MS = 2_000;
    private static final int ANSWER_MS = 5_000;
    private static final int BYTES_MAX = 1 << 20;
    private static final long AGAIN_MS = Duration.ofSeconds(10).toMillis();
    private static final long REMEMBERED_SECONDS = Duration.ofHours(1).toSeconds();

    private final Trust trust;
    private final Get get = new Get();

    IssuerKeys(Trust trust) {
        this.trust = trust;
        get.setConnectTimeout(CONNECT_MS);
        get.setReadTimeout(ANSWER_MS);
        get.setRetries(0);
        get.setResponseBodySizeLimit(BYTES_MAX);
    }

    HttpsJwks keys() {
        var keys = new Discovered(trust.keyAddress().orElse(trust.issuer()));
        keys.setSimpleHttpGet(address -> get.get(trust.keyAddress().isPresent() ? address : discovered()));
        keys.setDefaultCacheDuration(REMEMBERED_SECONDS);
        keys.setRefreshReprieveThreshold(AGAIN_MS);
        return keys;
    }

    /** Where an issuer says where everything is. */
    static String configuration(String issuer) {
        return issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
    }

    private String discovered() throws IOException {
        SimpleResponse found = get.get(configuration(trust.issuer()));
        Json document = Json.parse(found.getBody().getBytes(StandardCharsets.UTF_8));
        String keys = document.member("jwks_uri")
                .flatMap(Json::text)
                .orElseThrow(() -> new IOException("The issuer's configuration names no jwks_uri"));
        if (!Trust.isSafe(keys)) {
            throw new IOException("The issuer's configuration names a jwks_uri without TLS");
        }
        return keys;
    }

    /** Its failures are told apart from tokens that do not hold. */
    private static final class Discovered extends HttpsJwks {

        Discovered(String location) {
            super(location);
        }

        @Override
        public List<JsonWebKey> getJsonWebKeys() throws JoseException, IOException {
            try {
                return super.getJsonWebKeys();
            } catch (RuntimeException | JoseException unreadable) {
                throw new IOException("The issuer's keys cannot be read", unreadable);
            }
        }
    }
}

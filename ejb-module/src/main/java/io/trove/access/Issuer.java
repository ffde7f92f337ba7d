package io.trove.access;

import io.trove.refusal.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * Somebody else who says who people are: an OpenID Connect provider, whose signed tokens (RFC 7519, with keys by RFC 7517) name a
 * principal of one organization and its groups. Only signatures by a private key count, and only while a token is valid, for
 * this installation, from this issuer.
 */
final class Issuer {

    private static final int TOKEN_MAX = 16_000;
    private static final int GROUPS_MAX = 1_000;
    private static final int SKEW_SECONDS = 30;

    private static final AlgorithmConstraints SIGNED = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.EDDSA);

    private final Trust trust;
    private final VerificationKeyResolver keys;
    private final JwtConsumer consumer;

    private Issuer(Trust trust, VerificationKeyResolver keys) {
        this.trust = trust;
        this.keys = keys;
        this.consumer = tokensFor(trust.audience());
    }

    private JwtConsumer tokensFor(String audience) {
        return new JwtConsumerBuilder()
                .setExpectedIssuer(trust.issuer())
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setJwsAlgorithmConstraints(SIGNED)
                .setVerificationKeyResolver(keys)
                .build();
    }

    /** The issuer that is trusted so. Its keys are those of a file, or of an address, which is asked when one is needed. */
    static Issuer of(Trust trust) {
        return new Issuer(
                trust, trust.keyFile().isPresent() ? inFile(trust.keyFile().get()) : at(trust));
    }

    private static VerificationKeyResolver inFile(Path file) {
        try {
            return new JwksVerificationKeyResolver(new JsonWebKeySet(Files.readString(file)).getJsonWebKeys());
        } catch (IOException | JoseException unreadable) {
            throw new CannotStart(
                    Trust.KEYS + " names " + file + ", which is no set of keys (RFC 7517) that can be read.");
        }
    }

    private static VerificationKeyResolver at(Trust trust) {
        HttpsJwks keys = new IssuerKeys(trust).keys();
        return new HttpsJwksVerificationKeyResolver(keys);
    }

    /** What a token says that holds; nothing when it does not hold; {@link IssuerUnavailable} when nobody can tell now. */
    Optional<Issued> verify(String token) {
        return verify(token, consumer, claims -> true);
    }

    /** The same of an ID token (OpenID Connect Core 1.0, 3.1.3.7), made for this client and for the attempt with this nonce. */
    Optional<Issued> verify(String idToken, String client, String nonce) {
        return verify(
                idToken,
                tokensFor(client),
                claims -> nonce.equals(claims.getClaimValueAsString("nonce"))
                        && (claims.getAudience().size() == 1 || client.equals(claims.getClaimValueAsString("azp"))));
    }

    /** What a token's claims have to say beside what all have to. */
    private interface Demand {
        boolean isMet(JwtClaims claims) throws MalformedClaimException;
    }

    private Optional<Issued> verify(String token, JwtConsumer by, Demand more) {
        if (token.length() > TOKEN_MAX) {
            return Optional.empty();
        }
        try {
            JwtClaims claims = by.processToClaims(token);
            return more.isMet(claims) ? issued(claims) : Optional.empty();
        } catch (InvalidJwtException invalid) {
            if (isOfTheWay(invalid)) {
                throw new IssuerUnavailable();
            }
            return Optional.empty();
        } catch (MalformedClaimException invalid) {
            return Optional.empty();
        }
    }

    private static boolean isOfTheWay(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(IOException.class::isInstance);
    }

    private Optional<Issued> issued(JwtClaims claims) throws MalformedClaimException {
        String name = claims.getClaimValueAsString(trust.nameClaim());
        if (name == null || !Principals.isName(name)) {
            return Optional.empty();
        }
        Set<Grant> grants = new LinkedHashSet<>();
        for (String group : groups(claims)) {
            grants.addAll(trust.roles().getOrDefault(group, List.of()));
        }
        var principal =
                new Principal(name, "user", Map.of(), Optional.empty(), List.copyOf(grants), false, Optional.empty());
        long expires = Math.multiplyExact(claims.getExpirationTime().getValueInMillis(), 1_000L);
        return Optional.of(new Issued(trust.organization(), principal, expires));
    }

    private List<String> groups(JwtClaims claims) throws MalformedClaimException {
        if (claims.isClaimValueStringList(trust.groupsClaim())) {
            List<String> groups = claims.getStringListClaimValue(trust.groupsClaim());
            return groups.subList(0, Math.min(groups.size(), GROUPS_MAX));
        }
        return claims.isClaimValueString(trust.groupsClaim())
                ? List.of(claims.getStringClaimValue(trust.groupsClaim()))
                : List.of();
    }

    /** Who a token names, with the roles of its groups, and until when. */
    record Issued(String organization, Principal principal, long expiresAtMicros) {

        /** The same until then. */
        Issued until(Instant end) {
            return new Issued(organization, principal, ChronoUnit.MICROS.between(Instant.EPOCH, end));
        }
    }
}

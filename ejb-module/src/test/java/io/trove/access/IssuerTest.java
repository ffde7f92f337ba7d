package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.access.Issuer.Issued;
import io.trove.refusal.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of a real issuer on this machine, which serves its configuration and its keys. */
class IssuerTest {

    private final TestIssuer server = new TestIssuer();
    private PublicJsonWebKey key;

    @BeforeEach
    void anIssuer() throws Exception {
        key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("one");
        server.serve(key);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Map<String, String> variables() {
        var variables = new HashMap<String, String>();
        variables.put("TROVE_OIDC_ISSUER", server.address());
        variables.put("TROVE_OIDC_AUDIENCE", "trove");
        variables.put("TROVE_OIDC_KEYS", "");
        variables.put("TROVE_OIDC_ORGANIZATION", "acme");
        variables.put("TROVE_OIDC_NAME_CLAIM", "sub");
        variables.put("TROVE_OIDC_GROUPS_CLAIM", "groups");
        variables.put("TROVE_OIDC_ROLES", "staff=reader, editors=writer@production,editors=auditor");
        return variables;
    }

    private Issuer issuer() {
        return Issuer.of(Trust.configured(variables()::get).orElseThrow());
    }

    private JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setIssuer(server.address());
        claims.setAudience("trove");
        claims.setSubject("jane");
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringListClaim("groups", List.of("staff", "editors", "others"));
        return claims;
    }

    private static String signed(JwtClaims claims, PublicJsonWebKey by, String algorithm) throws Exception {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(by.getPrivateKey());
        signature.setKeyIdHeaderValue(by.getKeyId());
        signature.setAlgorithmHeaderValue(algorithm);
        return signature.getCompactSerialization();
    }

    private String signed(JwtClaims claims) throws Exception {
        return signed(claims, key, AlgorithmIdentifiers.RSA_USING_SHA256);
    }

    @Test
    void a_token_names_a_principal_and_its_groups_the_roles() throws Exception {
        JwtClaims claims = claims();
        Issued issued = issuer().verify(signed(claims)).orElseThrow();

        assertEquals("acme", issued.organization());
        assertEquals("jane", issued.principal().name());
        assertEquals(
                List.of("reader[]", "writer[production]", "auditor[]"),
                issued.principal().grants().stream()
                        .map(grant -> grant.role() + grant.environments())
                        .collect(Collectors.toList()));
        assertEquals(claims.getExpirationTime().getValueInMillis() * 1_000, issued.expiresAtMicros());
    }

    @Test
    void an_id_token_is_for_the_client_and_for_the_attempt_alone() throws Exception {
        JwtClaims claims = claims();
        claims.setAudience("console");
        claims.setStringClaim("nonce", "n1");
        assertTrue(issuer().verify(signed(claims), "console", "n1").isPresent());
        assertTrue(issuer().verify(signed(claims), "console", "n2").isEmpty());
        assertTrue(issuer().verify(signed(claims), "another", "n1").isEmpty());
        assertTrue(issuer().verify(signed(claims)).isEmpty(), "it opens the console and not the API");
        claims.setAudience("console", "another");
        assertTrue(issuer().verify(signed(claims), "console", "n1").isEmpty());
        claims.setStringClaim("azp", "console");
        assertTrue(issuer().verify(signed(claims), "console", "n1").isPresent());
        claims.unsetClaim("nonce");
        assertTrue(issuer().verify(signed(claims), "console", "n1").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"iss, https://other.example", "aud, others", "sub, a/b", "sub, a:b", "exp, 1000", "nbf, 99999999999"})
    void what_is_anothers_or_does_not_hold_now_is_refused(String claim, String value) throws Exception {
        JwtClaims claims = claims();
        claims.setClaim(claim, value.matches("[0-9]+") ? (Object) Long.valueOf(value) : value);
        assertEquals(Optional.empty(), issuer().verify(signed(claims)));
    }

    @ParameterizedTest
    @CsvSource({"iss", "aud", "sub", "exp"})
    void what_does_not_say_whose_for_whom_and_until_when_is_refused(String claim) throws Exception {
        JwtClaims claims = claims();
        claims.unsetClaim(claim);
        assertEquals(Optional.empty(), issuer().verify(signed(claims)));
    }

    @Test
    void a_signature_that_anybody_could_make_is_none() throws Exception {
        Issuer issuer = issuer();
        String token = signed(claims());
        String[] parts = token.split("\\.", -1);
        JwtClaims others = claims();
        others.setSubject("joe");
        String[] other = signed(others).split("\\.", -1);
        assertEquals(Optional.empty(), issuer.verify(parts[0] + "." + other[1] + "." + parts[2]));
        assertEquals(Optional.empty(), issuer.verify(parts[0] + "." + parts[1] + "."));
        assertEquals(Optional.empty(), issuer.verify("eyJhbGciOiJub25lIn0." + parts[1] + "."));

        var byPublicKey = new JsonWebSignature();
        byPublicKey.setPayload(claims().toJson());
        byPublicKey.setKeyIdHeaderValue("one");
        byPublicKey.setKey(new HmacKey(key.getPublicKey().getEncoded()));
        byPublicKey.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        assertEquals(Optional.empty(), issuer.verify(byPublicKey.getCompactSerialization()));

        PublicJsonWebKey stranger = RsaJwkGenerator.generateJwk(2048);
        stranger.setKeyId("one");
        assertEquals(
                Optional.empty(), issuer.verify(signed(claims(), stranger, AlgorithmIdentifiers.RSA_USING_SHA256)));
        assertTrue(issuer.verify(token).isPresent());
        assertEquals(Optional.empty(), issuer.verify("a.b." + "c".repeat(20_000)));
    }

    @Test
    void keys_are_those_of_elliptic_curves_too_and_those_that_a_file_holds(@TempDir Path directory) throws Exception {
        PublicJsonWebKey curve = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        curve.setKeyId("two");
        Path file = Files.writeString(directory.resolve("keys.json"), TestIssuer.set(curve));
        Map<String, String> variables = variables();
        variables.put("TROVE_OIDC_KEYS", file.toString());
        server.close();
        Issuer issuer = Issuer.of(Trust.configured(variables::get).orElseThrow());

        String token = signed(claims(), curve, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        assertTrue(issuer.verify(token).isPresent());
        assertEquals(Optional.empty(), issuer.verify(signed(claims())));
        variables.put("TROVE_OIDC_KEYS", directory.resolve("nothing").toString());
        assertThrows(
                CannotStart.class,
                () -> Issuer.of(Trust.configured(variables::get).orElseThrow()));
    }

    @Test
    void an_issuer_that_does_not_answer_is_told_apart_from_a_token_that_does_not_hold() throws Exception {
        String token = signed(claims());
        server.close();
        assertThrows(IssuerUnavailable.class, () -> issuer().verify(token));
    }

    @Test
    void a_key_that_the_issuer_changed_to_is_found() throws Exception {
        Issuer issuer = Issuer.of(Trust.configured(variables()::get).orElseThrow());
        assertTrue(issuer.verify(signed(claims())).isPresent());
        int asked = server.asked();
        assertTrue(issuer.verify(signed(claims())).isPresent());
        assertEquals(asked, server.asked(), "keys are remembered");

        PublicJsonWebKey next = RsaJwkGenerator.generateJwk(2048);
        next.setKeyId("next");
        server.serve(next);
        Issuer elsewhere = issuer();
        assertTrue(elsewhere
                .verify(signed(claims(), next, AlgorithmIdentifiers.RSA_USING_SHA256))
                .isPresent());
        assertEquals(Optional.empty(), elsewhere.verify(signed(claims())), "the old key is gone");
        for (int i = 0; i < 20; i++) {
            next.setKeyId("made up " + i);
            elsewhere.verify(signed(claims(), next, AlgorithmIdentifiers.RSA_USING_SHA256));
        }
        assertTrue(server.asked() <= asked + 6, "made up keys are not asked for each time: " + server.asked());
    }

    @ParameterizedTest
    @CsvSource({
        "TROVE_OIDC_ISSUER, http://issuer.example",
        "TROVE_OIDC_ISSUER, issuer.example",
        "TROVE_OIDC_ORGANIZATION, ''",
        "TROVE_OIDC_KEYS, http://issuer.example/keys",
        "TROVE_OIDC_ROLES, staff",
        "TROVE_OIDC_ROLES, staff=reader@nowhere/else"
    })
    void a_setting_that_is_wrong_ends_the_start(String name, String value) {
        Map<String, String> variables = variables();
        variables.put(name, value);
        var refused = assertThrows(CannotStart.class, () -> Trust.configured(variables::get));
        assertTrue(refused.getMessage().startsWith(name), refused.getMessage());
    }
}

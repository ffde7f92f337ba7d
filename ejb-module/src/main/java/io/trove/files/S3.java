package io.trove.files;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The S3 server that the operator names, and no other: buckets are addressed by path, so that no name of a bucket becomes
 * that of a host, and credentials come from the SDK's own chain. Nothing of the SDK is loaded before it is needed.
 */
final class S3 implements AutoCloseable {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);
    private static final Duration SILENCE_MAX = Duration.ofSeconds(20);

    /** Whoever reads waits for an answer, and it takes a server less to give one than to keep something large for good. */
    private static final Duration SILENCE_OF_READING_MAX = Duration.ofSeconds(7);

    private static final Duration SIGNED_FOR = Duration.ofMinutes(5);
    private static final int TRIES_MAX = 2;

    private final Optional<URI> endpoint;
    private final String region;
    private S3Client client;
    private S3Client reading;
    private S3Presigner presigner;

    /** Where it is; AWS of the region when there is no endpoint. */
    S3(Optional<URI> endpoint, String region) {
        this.endpoint = endpoint;
        this.region = region;
    }

    synchronized Bucket bucket(String name) {
        if (client == null) {
            client = client(SILENCE_MAX);
            reading = client(SILENCE_OF_READING_MAX);
        }
        return new Bucket(client, reading, name);
    }

    /** An address under which everybody may read the object as a file of bytes, for some minutes. */
    synchronized URI signed(Locator.OfObject object, String disposition) {
        if (presigner == null) {
            var builder = S3Presigner.builder()
                    .region(Region.of(region))
                    .serviceConfiguration(S3Configuration.builder()
                            .pathStyleAccessEnabled(true)
                            .build());
            endpoint.ifPresent(builder::endpointOverride);
            presigner = builder.build();
        }
        var signed = presigner.presignGetObject(request -> request.signatureDuration(SIGNED_FOR)
                .getObjectRequest(get -> get.bucket(object.bucket())
                        .key(object.key())
                        .responseContentType("application/octet-stream")
                        .responseContentDisposition(disposition)));
        return URI.create(signed.url().toString());
    }

    private S3Client client(Duration silenceMax) {
        var builder = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_MAX)
                        .socketTimeout(silenceMax)
                        .build())
                .region(Region.of(region))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(settings -> settings.retryStrategy(retry -> retry.maxAttempts(TRIES_MAX)));
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            reading.close();
        }
        if (presigner != null) {
            presigner.close();
        }
    }
}

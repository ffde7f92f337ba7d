package io.trove.start;

import io.trove.files.StoreAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether the store of files answers. A server is ready without it: all that needs no files goes on. */
@Readiness
@ApplicationScoped
public class FilesAnswer implements HealthCheck {

    @Inject
    private StoreAnswers store;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("files")
                .up()
                .withData("store", store.failure().isEmpty() ? "answers" : "does not answer")
                .build();
    }
}

package io.trove.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of jobs that there are. */
@ApplicationScoped
class Works {

    @Inject
    @Any
    private Instance<Work> works;

    Set<String> kinds() {
        return works.stream().map(Work::kind).collect(Collectors.toSet());
    }

    Work of(String kind) {
        return works.stream()
                .filter(work -> work.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new JobNotSo("This server knows no jobs of the kind " + kind));
    }
}

package io.trove.jobs;

import io.trove.refusal.Refusal;

/** The job is not in a state in which this could be done to it. */
final class JobNotSo extends Refusal {

    private static final long serialVersionUID = 1L;

    JobNotSo(String detail) {
        super(detail);
    }

    static JobNotSo because(Job job, Act act) {
        return new JobNotSo("Job %d is %s; to %s one takes one that is %s"
                .formatted(
                        job.id(),
                        job.state().text(),
                        act.text(),
                        String.join(
                                " or ",
                                act.from().stream().map(JobState::text).sorted().toList())));
    }

    @Override
    public String slug() {
        return "job-not-so";
    }

    @Override
    public String title() {
        return "The job is in another state";
    }

    @Override
    public int status() {
        return 409;
    }
}

package io.trove.jobs;

import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.ledger.Caller;
import java.util.List;
import java.util.Map;

/** What a kind of job does. Everything it must know from one stride to the next is in the job and in the task's mark. */
interface Work {

    /** As requests name it. */
    String kind();

    /** What of a request is kept; refuses one that cannot be done, and a caller who may not have it done. */
    Json checked(Caller caller, Sight sight, Wish wish);

    /** The names of its phases, in their order. */
    List<String> phases();

    /** How the work of a phase is split when it begins; nothing when there is nothing to do in it. */
    List<Task.Planned> plan(Job job, int phase);

    /** Goes on with a task for about a second; refuses when the job cannot go on. */
    Stride stride(Job job, Task task, Sight sight);

    /** The phase that follows this one, a phase's number, or the end. */
    default Next next(Job job, int phase, List<Task> tasks) {
        return phase + 1 < phases().size() ? new Next.Phase(phase + 1) : new Next.End();
    }

    /** Whether it comes to something else when another part of the ledger is seen. */
    default boolean dependsOnSight() {
        return true;
    }

    /** The phase in which somebody's decision is carried out. */
    default int phaseOf(Act decision) {
        throw new JobNotSo(kind() + " jobs leave nothing to decide");
    }

    /** What its tasks came to, as reports say it. */
    Map<String, Object> outcome(Job job, List<Task> tasks);

    /** What comes after a phase. */
    sealed interface Next {

        /** Another. */
        record Phase(int number) implements Next {}

        /** Somebody decides. */
        record Decision() implements Next {}

        /** Nothing. */
        record End() implements Next {}
    }
}

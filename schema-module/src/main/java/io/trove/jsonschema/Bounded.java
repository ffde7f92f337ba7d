package io.trove.jsonschema;

import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;

/** One validation: bounded in steps, in depth, and, at every step of its way through the schema, in time. */
final class Bounded extends ExecutionContext {

    private static final ExecutionConfig ASSERTED = config(true);
    private static final ExecutionConfig ANNOTATED = config(false);

    private final Budget budget = Budget.current();

    Bounded(boolean formats) {
        super(formats ? ASSERTED : ANNOTATED);
    }

    @Override
    public void evaluationPathAddLast(String keyword) {
        budget.tick();
        super.evaluationPathAddLast(keyword);
    }

    @Override
    public void evaluationPathAddLast(int index) {
        budget.tick();
        super.evaluationPathAddLast(index);
    }

    private static ExecutionConfig config(boolean formats) {
        return ExecutionConfig.builder()
                .formatAssertionsEnabled(formats)
                .maxEvaluationSteps(JsonSchema.STEPS_MAX)
                .maxEvaluationDepth(JsonSchema.DEPTH_MAX)
                .build();
    }
}

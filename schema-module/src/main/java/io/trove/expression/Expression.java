package io.trove.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import io.trove.event.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A compiled expression of the Common Expression Language; safe to share between threads. */
public final class Expression {
    static final int LENGTH_MAX = 8_000;
    static final int DEPTH_MAX = 32;
    static final int ITERATIONS_MAX = 20_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LENGTH_MAX)
            .maxParseRecursionDepth(DEPTH_MAX)
            .comprehensionMaxIterations(ITERATIONS_MAX)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    /** Of the two runtimes the one that does not copy a list at each step of a loop over it. */
    private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardFunctions(CelStandardFunctions.newBuilder()
                    .excludeFunctions(StandardFunction.CONTAINS, StandardFunction.MATCHES)
                    .build())
            .addFunctionBindings(TextFunctions.ALL)
            .build();

    private final String source;
    private final CelRuntime.Program program;
    private final Passages passages;

    private Expression(String source, CelRuntime.Program program, Passages passages) {
        this.source = source;
        this.program = program;
        this.passages = passages;
    }

    /** {@link Unusable} says what is wrong with it, and where. */
    public static Expression of(String source, Set<String> variables) {
        try {
            CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(OPTIONS)
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
            variables.forEach(name -> compiler.addVar(name, SimpleType.DYN));
            CelAbstractSyntaxTree tree = compiler.build().compile(source).getAst();
            return new Expression(source, RUNTIME.createProgram(tree), Passages.of(tree.getExpr()));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new Unusable(String.valueOf(e.getMessage()));
        }
    }

    /** What it gives when its variables have these values. */
    public Answer over(Map<String, Json> values) {
        Meter meter = new Meter(passages);
        meter.begin();
        try {
            Map<String, Object> given = new HashMap<>();
            values.forEach((name, value) -> given.put(name, CelValues.of(value)));
            Object result = program.trace(given, meter);
            return meter.isOver() ? new Answer.Failure(meter.why()) : new Answer.Value(CelValues.json(result));
        } catch (CelEvaluationException e) {
            return new Answer.Failure(meter.isOver() ? meter.why() : String.valueOf(e.getMessage()));
        } catch (Meter.Over e) {
            return new Answer.Failure(meter.why());
        } catch (IllegalArgumentException e) {
            return new Answer.Failure(String.valueOf(e.getMessage()));
        } finally {
            Meter.end();
        }
    }

    /** As it was written. */
    @Override
    public String toString() {
        return source;
    }
}

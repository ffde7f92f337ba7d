package io.trove.expression;

import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The places of an expression that hand a value on without going through what it holds: {@code payload} in {@code
 * payload.lines}, and the list that a macro makes, which grows where it is.
 */
final class Passages {
    /** No name that users write begins so: the macros call their results so. */
    private static final String OF_A_MACRO = "@";

    private static final String SIZE = "size";

    private final Set<Long> through = new HashSet<>();
    private final Set<Long> keys = new HashSet<>();

    private Passages() {}

    static Passages of(CelExpr expression) {
        var passages = new Passages();
        passages.visit(expression);
        return passages;
    }

    /** Whether this value is only handed on at the place of this id; a key is found in a map without going through it. */
    boolean isPassed(long id, Object value) {
        return through.contains(id) || (keys.contains(id) && value instanceof Map);
    }

    private void visit(CelExpr at) {
        switch (at.getKind()) {
            case IDENT -> {
                if (isGrowing(at)) {
                    through.add(at.id());
                }
            }
            case SELECT -> {
                passThrough(at.select().operand());
                visit(at.select().operand());
            }
            case CALL -> call(at.id(), at.call());
            case LIST -> at.list().elements().forEach(this::visit);
            case MAP ->
                at.map().entries().forEach(entry -> {
                    visit(entry.key());
                    visit(entry.value());
                });
            case COMPREHENSION -> comprehension(at.comprehension());
            default -> {
                // a constant holds nothing, and messages there are none
            }
        }
    }

    private void call(long id, CelCall call) {
        List<CelExpr> operands =
                Stream.concat(call.target().stream(), call.args().stream()).toList();
        if (is(call, Operator.CONDITIONAL) || (is(call, Operator.ADD) && isGrowing(operands.get(0)))) {
            through.add(id);
        } else if (is(call, Operator.INDEX) || call.function().equals(SIZE)) {
            passThrough(operands.get(0));
        } else if (is(call, Operator.IN)) {
            keys.add(operands.get(1).id());
        }
        operands.forEach(this::visit);
    }

    private void comprehension(CelComprehension loop) {
        Stream.of(loop.iterRange(), loop.accuInit(), loop.loopCondition(), loop.loopStep(), loop.result())
                .forEach(this::visit);
    }

    /** What is made on the spot is weighed where it is made. */
    private void passThrough(CelExpr operand) {
        if (operand.getKind() == Kind.IDENT || operand.getKind() == Kind.SELECT) {
            through.add(operand.id());
        }
    }

    private static boolean is(CelCall call, Operator operator) {
        return call.function().equals(operator.getFunction());
    }

    private static boolean isGrowing(CelExpr at) {
        return at.getKind() == Kind.IDENT && at.ident().name().startsWith(OF_A_MACRO);
    }
}

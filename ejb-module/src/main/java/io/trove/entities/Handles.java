package io.trove.entities;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The type of the commands that a {@link Handler} is for. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
public @interface Handles {

    String value();

    /** The qualifier of a type that is known only when it is asked for. */
    final class Of extends AnnotationLiteral<Handles> implements Handles {

        private static final long serialVersionUID = 1L;

        private final String type;

        Of(String type) {
            this.type = type;
        }

        @Override
        public String value() {
            return type;
        }
    }
}

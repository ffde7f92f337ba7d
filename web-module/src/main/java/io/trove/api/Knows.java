package io.trove.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameters of an address that an operation reads by itself, beside those that are arguments of its method. Without a
 * name: whatever is there, of which it refuses itself what it does not know.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Knows {
    String[] value() default {};
}

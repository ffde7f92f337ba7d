package io.trove.start;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Startup;
import jakarta.interceptor.InvocationContext;

/** Stands around the start of every startup bean (by ejb-jar.xml): what it throws ends the server. */
public class EveryStart {

    @PostConstruct
    void start(InvocationContext bean) {
        try {
            bean.proceed();
        } catch (Exception failure) {
            if (!bean.getTarget().getClass().isAnnotationPresent(Startup.class)) {
                throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
            }
            Refused.end(Refused.sentence(failure));
        }
    }
}

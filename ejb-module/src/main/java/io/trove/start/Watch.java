package io.trove.start;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Watches whether Liberty gives the application up for a reason that no startup bean could catch. */
final class Watch {

    private static final String APPLICATION =
            "WebSphere:service=com.ibm.websphere.application.ApplicationMBean,name=trove";
    private static final String GIVEN_UP = "INSTALLED";
    private static final String STARTED = "STARTED";
    private static final long POLL_MS = 200;

    private Watch() {}

    static void begin() {
        Thread watch = new Thread(Watch::untilStarted, "trove-start-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Whether the application has started, after which Liberty opens its ports. */
    static boolean hasStarted() {
        try {
            return state().equals(STARTED);
        } catch (JMException stopping) {
            return false;
        }
    }

    private static void untilStarted() {
        try {
            String state = state();
            while (!state.equals(STARTED)) {
                if (state.equals(GIVEN_UP)) {
                    Refused.end("Something unforeseen happened; logs/messages.log of the server tells what.");
                }
                Thread.sleep(POLL_MS);
                state = state();
            }
        } catch (InterruptedException | JMException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static String state() throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        return (String) beans.getAttribute(new ObjectName(APPLICATION), "State");
    }
}

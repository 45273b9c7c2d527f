package de.zuruf.system.journey;

import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets as many classes run beside one another as the machine has cores; the others wait for their turn. Most of a class's time is
 * waiting for telephones, but each starts servers too. Registered for all classes of the system suite, so that none has to say it.
 *
 * <p>Classes that share a house take it in turns, and do not occupy a lane while they wait for it. JUnit's own resource locks would
 * do, but one on a class makes its methods run one after the other, and those of CallShapesIT must not.
 */
public final class Lanes implements BeforeAllCallback, AfterAllCallback {

    private static final Semaphore LANES = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private static final Semaphore SHARED_HOUSE = new Semaphore(1, true);

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        if (sharesHouse(context)) {
            SHARED_HOUSE.acquire();
        }
        LANES.acquire();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        LANES.release();
        if (sharesHouse(context)) {
            SHARED_HOUSE.release();
        }
    }

    private static boolean sharesHouse(ExtensionContext context) {
        ExtendWith extensions = context.getRequiredTestClass().getAnnotation(ExtendWith.class);
        return extensions != null && Arrays.asList(extensions.value()).contains(SharedHouse.class);
    }
}

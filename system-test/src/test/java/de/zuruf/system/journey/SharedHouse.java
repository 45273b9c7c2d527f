package de.zuruf.system.journey;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One house for all classes that neither break it nor set it up in a way of their own: a server and its demo company take half a
 * minute to start. It is opened for the first that wants it and closed after the last test of the run; each class gets it with no
 * call going on, no telephone registered, and the agents' desks empty.
 */
final class SharedHouse implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RealHouse.class;
    }

    @Override
    public RealHouse resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RealHouse house = context.getRoot()
                .getStore(Namespace.create(SharedHouse.class))
                .computeIfAbsent(RealHouse.class, any -> RealHouse.openReadable("journeys"), RealHouse.class);
        house.empty();
        return house;
    }
}
